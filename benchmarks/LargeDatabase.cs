using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CleanIssuing.Benchmarks;

/// <summary>Fills a portal's database with 100,000 cards, and with a million purchases.</summary>
internal static class LargeDatabase
{
    /// <summary>The account that half of the cards belong to.</summary>
    public const string Second = "acct_benchsecond";

    private const int Cardholders = 20_000;
    private const int CardsOfOne = 5;
    private const int Purchases = 1_000_000;
    private const int Days = 730;

    /// <summary>Purchases of the last two years, one in fifty declined, one in ten captured for more than was asked.</summary>
    public static void FillPurchases(DbConnection database)
    {
        // Each card of the second account is met again and again, each day has the same number.
        const string K = "((n * 7919) % 50000)";
        var holder = $"(2 * ({K} / {CardsOfOne} + 1))";
        var card = $"(({holder} - 1) * {CardsOfOne} + {K} % {CardsOfOne} + 1)";
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var at = $"({now} - (CAST(n AS BIGINT) * {Days * 86_400L} / {Purchases}))";
        var (yes, no) = database is SqliteConnection ? ("1", "0") : ("TRUE", "FALSE");
        var asOf = database is SqliteConnection ? "'2026-01-01 00:00:00'" : "TIMESTAMPTZ '2026-01-01'";
        Execute(database, $"""
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {Purchases})
            INSERT INTO "Authorizations" ("Id", "AccountId", "CardId", "CardholderId", "Amount", "Currency", "Approved", "Status", "Reason",
                "Merchant", "Category", "Country", "City", "NetworkId", "CategoryCode", "CardPresent", "Wallet", "Details", "Asked",
                "Captured", "Refunded", "MerchantAmount", "MerchantCurrency", "CreatedAt", "AsOf")
            SELECT 'iauth_bench' || n, '{Second}', 'ic_bench' || {card}, 'ich_bench' || {holder}, 100 + n % 9000, 'usd',
                CASE WHEN n % 50 = 0 THEN {no} ELSE {yes} END, 'Closed',
                CASE WHEN n % 50 = 0 THEN 'spending_controls' ELSE 'card_active' END, 'Merchant ' || n % 5000,
                CASE n % 4 WHEN 0 THEN 'taxicabs_limousines' WHEN 1 THEN 'airlines_air_carriers' WHEN 2 THEN 'fast_food_restaurants'
                    ELSE 'service_stations' END, 'US', 'Denver', CAST(n % 5000 AS TEXT), '5812', {yes}, '', '', 100 + n % 9000,
                CASE WHEN n % 50 = 0 THEN NULL WHEN n % 10 = 0 THEN 120 + n % 9000 ELSE 100 + n % 9000 END, 0, 100 + n % 9000, 'usd',
                {at}, {asOf}
            FROM numbers
            """);
        Execute(database, database is SqliteConnection ? "PRAGMA analysis_limit=1000; PRAGMA optimize=0x10002" : "ANALYZE");
    }

    /// <summary>Many of the one card that there is, each with what it needs to differ in.</summary>
    public static void FillCards(DbConnection database)
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
        // A million rows take their time.
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
