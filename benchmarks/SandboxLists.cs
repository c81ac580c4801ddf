using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.Benchmarks;

/// <summary>How long the sandbox takes for a page of a list with 100,000 cards and 1,000,000 purchases.</summary>
internal static class SandboxLists
{
    private const int WarmUps = 3;
    private const int Tries = 40;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cleanissuing-bench-");
        try
        {
            await using var sandbox = await Sandbox.StartAsync(
                new SandboxOptions
                {
                    Url = new Uri("http://127.0.0.1:0"),
                    DatabasePath = Path.Combine(folder.FullName, "sandbox.db"),
                    SeedCards = 100_000,
                    SeedAuthorizations = 1_000_000,
                },
                TimeProvider.System);
            using var http = new HttpClient { BaseAddress = sandbox.Origin };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Sandbox.SecretKey);
            await MeasureAsync(http);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task MeasureAsync(HttpClient http)
    {
        const string Purchases = "/v1/issuing/authorizations?limit=100";
        var middle = DateTimeOffset.UtcNow.AddDays(-90).ToUnixTimeSeconds();
        var first = JsonNode.Parse(await http.GetStringAsync(new Uri($"{Purchases}&created[lt]={middle}", UriKind.Relative)))!;
        var deep = first["data"]![99]!["id"]!.GetValue<string>();
        (string Name, string Path)[] lists =
        [
            ("one card", "/v1/issuing/cards/" + DemoSeed.JennyVirtual), ("newest", Purchases),
            ("deep", $"{Purchases}&starting_after={deep}"), ("deep, backwards", $"{Purchases}&ending_before={deep}"),
            ("of a moment", $"{Purchases}&created[gte]={middle}&created[lt]={middle + 3600}"),
            ("pending", Purchases + "&status=pending"), ("of a card", Purchases + "&card=ic_1Large0050000"),
            ("of a cardholder", Purchases + "&cardholder=ich_1Large0012500"), ("cards", "/v1/issuing/cards?limit=100"),
            ("frozen cards", "/v1/issuing/cards?limit=100&status=inactive"),
            ("events", "/v1/events?limit=100&types[]=issuing_authorization.created"),
        ];
        var times = lists.ToDictionary(list => list.Name, _ => new List<double>(), StringComparer.Ordinal);
        for (var i = 0; i < WarmUps + Tries; i++)
        {
            foreach (var (name, path) in lists)
            {
                var started = Stopwatch.GetTimestamp();
                await http.GetStringAsync(new Uri(path, UriKind.Relative));
                if (i >= WarmUps)
                    times[name].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        var one = Load.Median(times["one card"]);
        foreach (var (name, _) in lists)
            Console.WriteLine(
                $"{name,-16} median of {Tries}: {Load.Median(times[name]):0.0} ms, {Load.Median(times[name]) / one:0.0} of one card, "
                + $"slowest {times[name].Max():0.0} ms (aim: 20 ms)");
    }
}
