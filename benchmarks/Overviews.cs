using System.Data.Common;
using System.Diagnostics;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.WebUi.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CleanIssuing.Benchmarks;

/// <summary>
/// How long an admin's overview and the lists of purchases take over HTTP with 100,000 cards and 1,000,000 purchases. What counts is the
/// ratio to a page that reads next to nothing.
/// </summary>
internal static class Overviews
{
    private const int WarmUps = 5;
    private const int Tries = 60;

    private static readonly (string Name, string Path, bool TodayChanged)[] Pages =
    [
        ("you (reads nothing)", "/me", false), ("overview", "/", false), ("overview, today changed", "/", true),
        ("purchases", "/purchases", false), ("purchases, this month", "/purchases?from=" + FirstOfMonth, false),
        ("purchases, declined", "/purchases?state=declined&from=" + FirstOfMonth, false),
        ("purchases, a merchant", "/purchases?text=merchant+77&from=" + FirstOfMonth, false),
        ("purchases, a page on", "/purchases?before=iauth_bench500000", false), ("one purchase", "/purchases/iauth_bench1000", false),
    ];

    private static string FirstOfMonth => DateTime.UtcNow.ToString("yyyy-MM-01", System.Globalization.CultureInfo.InvariantCulture);

    /// <param name="postgres">Where a PostgreSQL database may be filled; none takes SQLite.</param>
    public static async Task<int> RunAsync(string? postgres)
    {
        var folder = Directory.CreateTempSubdirectory("cleanissuing-bench-").FullName;
        await using var upstream = await InstantUpstream.StartAsync();
        await using var portal = await Portal.StartAsync(
        [
            "--environment=Benchmark", $"--contentRoot={folder}", "--urls=http://127.0.0.1:0",
            $"--Stripe:ApiBase={upstream.Origin}", $"--Stripe:SecretKey={upstream.SecretKey}",
            $"--Stripe:PublishableKey={upstream.PublishableKey}", "--Portal:Limits:ReadsPerUser=1000000000",
            "--Logging:LogLevel:Default=Error",
            .. postgres is null ? [] : new[] { "--Database:Provider=Postgres", "--Database:ConnectionString=" + postgres },
        ]);
        await Load.ImportedAsync(portal.App.Services);
        using DbConnection database = postgres is null
            ? new SqliteConnection($"Data Source={Path.Combine(folder, "App_Data", "cleanissuing.db")};Pooling=False")
            : new NpgsqlConnection(postgres);
        LargeDatabase.FillCards(database);
        LargeDatabase.FillPurchases(database);
        var started = Stopwatch.GetTimestamp();
        var days = await portal.App.Services.SendAsSystemAsync(new RebuildSpend(), CancellationToken.None);
        Console.WriteLine($"{days} days were summed up in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");

        const string Password = "kettle orbit mango ravine";
        await portal.App.Services.SendAsSystemAsync(
            new AddPerson("admin@example.com", "Admin", Password, AccountId.Parse(LargeDatabase.Second), Role.Admin),
            CancellationToken.None);
        using var http = await Load.SignedInAsync(portal.Origin, "admin@example.com", Password);
        var times = Pages.ToDictionary(page => page.Name, _ => new List<double>(), StringComparer.Ordinal);
        for (var i = 0; i < WarmUps + Tries; i++)
        {
            foreach (var (name, path, todayChanged) in Pages)
            {
                if (todayChanged)
                    MarkToday(database);
                var from = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
                await answer.Content.ReadAsStringAsync();
                answer.EnsureSuccessStatusCode();
                if (i >= WarmUps)
                    times[name].Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }
        }

        var least = Load.Median(times[Pages[0].Name]);
        foreach (var (name, _, _) in Pages)
        {
            var sorted = times[name].Order().ToList();
            Console.WriteLine(
                $"{name,-26} median of {Tries}: {Load.Median(sorted):0.0} ms, {Load.Median(sorted) / least:0.0} of a page that reads "
                + $"nothing, p95 {sorted[Tries * 95 / 100]:0.0} ms (aim: 100 ms)");
        }

        return 0;
    }

    private static void MarkToday(DbConnection database)
    {
        using var command = database.CreateCommand();
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        command.CommandText = $"""
            INSERT INTO "StaleSpendDays" ("AccountId", "Day") VALUES ('{LargeDatabase.Second}', '{today}') ON CONFLICT DO NOTHING
            """;
        command.ExecuteNonQuery();
    }
}
