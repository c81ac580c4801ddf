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
    private const int Cardholders = 20_000;
    private const int CardsOfOne = 5;
    private const int WarmUps = 5;
    private const int Tries = 40;

    private static readonly (string Name, string Query)[] Lists =
    [
        ("newest", ""), ("all match", "text=holder"), ("all match, by name", "text=holder&sort=name"), ("ten match", "text=holder+1999"),
        ("none matches", "text=nobody"), ("last four", "text=4242"), ("active", "status=active"),
        ("none matches of all", "text=holder&type=physical"), ("second page", $"text=holder&after={HalfWay}"),
    ];

    private const string HalfWay = "ic_bench50000";
    private const string Second = "acct_benchsecond";

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
            Fill(database);
        }

        SqliteConnection.ClearAllPools();

        foreach (var accounts in new[] { new[] { Second }, [upstream.Account, Second] })
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

    /// <summary>Many of the one card that there is, each with what it needs to differ in.</summary>
    private static void Fill(DbConnection database)
    {
        database.Open();
        Copy(
            database, "Accounts", 1,
            new(StringComparer.Ordinal) { ["Id"] = $"'{Second}'", ["Kind"] = "'Connected'" });
        var half = (string id) => $"CASE WHEN {id} % 2 = 0 THEN '{Second}' ELSE t.\"AccountId\" END";
        Copy(
            database, "Cardholders", Cardholders,
            new(StringComparer.Ordinal) { ["Id"] = "'ich_bench' || n", ["Name"] = "'Holder ' || n", ["AccountId"] = half("n") });
        Copy(
            database, "Cards", Cardholders * CardsOfOne,
            new(StringComparer.Ordinal)
            {
                ["Id"] = "'ic_bench' || n",
                ["AccountId"] = half($"((n - 1) / {CardsOfOne} + 1)"),
                ["CardholderId"] = $"'ich_bench' || ((n - 1) / {CardsOfOne} + 1)",
                ["CardholderName"] = $"'Holder ' || ((n - 1) / {CardsOfOne} + 1)",
                ["Last4"] = "substr(CAST(10000 + n % 10000 AS TEXT), 2)",
                ["CreatedAt"] = database is SqliteConnection
                    ? "strftime('%Y-%m-%d %H:%M:%S.0000000', t.CreatedAt, '-' || n || ' minutes')"
                    : "t.\"CreatedAt\" - n * interval '1 minute'",
            });
        // What the portal does after an import, and PostgreSQL by itself.
        Execute(database, database is SqliteConnection ? "PRAGMA analysis_limit=1000; PRAGMA optimize=0x10002" : "ANALYZE");
    }

    private static void Copy(DbConnection database, string table, int times, Dictionary<string, string> changed)
    {
        using var columns = database.CreateCommand();
        columns.CommandText = database is SqliteConnection
            ? $"SELECT name FROM pragma_table_info('{table}')"
            : $"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}'";
        var names = new List<string>();
        using (var reader = columns.ExecuteReader())
        {
            while (reader.Read())
                names.Add(reader.GetString(0));
        }

        Execute(database, $"""
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {times})
            INSERT INTO "{table}" ({string.Join(", ", names.Select(Quoted))})
            SELECT {string.Join(", ", names.Select(name => changed.GetValueOrDefault(name, "t." + Quoted(name))))}
            FROM numbers, (SELECT * FROM "{table}" LIMIT 1) t
            """);

        static string Quoted(string name) => $"\"{name}\"";
    }

    private static void Execute(DbConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
