using System.Data.Common;
using System.Diagnostics;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.WebUi.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CleanIssuing.Benchmarks;

/// <summary>
/// How long the list of cards takes over HTTP with 100,000 cards, searched and not. What counts is the ratio to the newest cards, which
/// need no search.
/// </summary>
internal static class CardSearches
{
    private const int WarmUps = 5;
    private const int Tries = 40;

    private static readonly (string Name, string Query)[] Lists =
    [
        ("newest", ""), ("all match", "text=holder"), ("all match, by name", "text=holder&sort=name"), ("ten match", "text=holder+1999"),
        ("none matches", "text=nobody"), ("last four", "text=4242"), ("active", "status=active"),
        ("none matches of all", "text=holder&type=physical"), ("second page", $"text=holder&after={HalfWay}"),
    ];

    private const string HalfWay = "ic_bench50000";

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
        using (DbConnection database = postgres is null
            ? new SqliteConnection($"Data Source={Path.Combine(folder, "App_Data", "cleanissuing.db")};Pooling=False")
            : new NpgsqlConnection(postgres))
        {
            LargeDatabase.FillCards(database);
        }

        SqliteConnection.ClearAllPools();

        foreach (var accounts in new[] { new[] { LargeDatabase.Second }, [upstream.Account, LargeDatabase.Second] })
            await MeasureAsync(portal, accounts);
        return 0;
    }

    private static async Task MeasureAsync(Portal portal, string[] accounts)
    {
        const string Password = "kettle orbit mango ravine";
        var email = $"admin{accounts.Length}@example.com";
        foreach (var account in accounts)
            await portal.App.Services.SendAsSystemAsync(
                new AddPerson(email, "Admin", Password, AccountId.Parse(account), Role.Admin), CancellationToken.None);
        using var http = await Load.SignedInAsync(portal.Origin, email, Password);
        Console.WriteLine($"{(accounts.Length == 1 ? "half of the cards, of one account" : "all cards, of two accounts")}:");

        var times = Lists.ToDictionary(list => list.Name, _ => new List<double>(), StringComparer.Ordinal);
        for (var i = 0; i < WarmUps + Tries; i++)
        {
            foreach (var (name, query) in Lists)
            {
                var started = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(new Uri("/cards?" + query, UriKind.Relative));
                await answer.Content.ReadAsStringAsync();
                answer.EnsureSuccessStatusCode();
                if (i >= WarmUps)
                    times[name].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        var newest = Load.Median(times["newest"]);
        foreach (var (name, _) in Lists)
            Console.WriteLine(
                $"{name,-20} median of {Tries}: {Load.Median(times[name]):0.0} ms, {Load.Median(times[name]) / newest:0.0} of newest, "
                + $"slowest {times[name].Max():0.0} ms (aim: 100 ms)");
    }
}
