using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.WebUi.Hosting;

namespace CleanIssuing.Benchmarks;

/// <summary>
/// <c>POST /ephemeral-keys</c> of the portal (session, antiforgery, limits, authorization, audit on disk) against the bare API,
/// in turn, in one process, on one upstream: the sandbox, or one that answers at once (<c>--instant</c>), so that nothing of
/// ours hides behind it. What counts is the ratio.
/// </summary>
internal static partial class EphemeralKeys
{
    private const int WarmUps = 3;
    private const int Rounds = 7;
    private const int Requests = 3000;
    private const int Connections = 16;
    private const string Password = "benchmark-password";

    public static async Task<int> RunAsync(bool instant)
    {
        var folder = Directory.CreateTempSubdirectory("cleanissuing-bench-").FullName;
        await using var upstream = instant ? await InstantUpstream.StartAsync() : await SandboxUpstream.StartAsync(folder);
        await using var bare = await BareApi.StartAsync(upstream);
        await using var portal = await Portal.StartAsync(
        [
            "--environment=Benchmark", $"--contentRoot={folder}", "--urls=http://127.0.0.1:0",
            $"--Stripe:ApiBase={upstream.Origin}", $"--Stripe:SecretKey={upstream.SecretKey}",
            $"--Stripe:PublishableKey={upstream.PublishableKey}",
            "--Portal:Limits:KeysPerUser=1000000000", "--Portal:Limits:KeysPerAddress=1000000000",
            "--Logging:LogLevel:Default=Error",
        ]);
        await ImportedAsync(portal.App.Services);
        await portal.App.Services.SendAsSystemAsync(
            new AddPerson(
                "bench@example.com", "Bench", Password, AccountId.Parse(upstream.Account), Role.Cardholder,
                CardholderId.Parse(upstream.Cardholder)),
            CancellationToken.None);

        using var signedIn = await SignInAsync(portal.Origin);
        using var anonymous = Client(bare.Origin(), new CookieContainer());
        for (var i = 0; i < WarmUps; i++)
        {
            await RoundAsync(anonymous, upstream);
            await RoundAsync(signedIn, upstream);
        }

        var ratios = new List<double>();
        var (ours, theirs) = (new List<Round>(), new List<Round>());
        for (var i = 0; i < Rounds; i++)
        {
            theirs.Add(await RoundAsync(anonymous, upstream));
            ours.Add(await RoundAsync(signedIn, upstream));
            ratios.Add(ours[^1].PerSecond / theirs[^1].PerSecond);
            Console.WriteLine($"round {i + 1}: bare {theirs[^1]}   portal {ours[^1]}   ratio {ratios[^1]:0.00}");
        }

        Console.WriteLine($"median of {Rounds} rounds of {Requests} requests on {Connections} connections: "
            + $"bare {Median(theirs.Select(r => r.PerSecond)):0}/s, p50 {Median(theirs.Select(r => r.P50)):0.0} ms, p99 "
            + $"{Median(theirs.Select(r => r.P99)):0.0} ms; "
            + $"portal {Median(ours.Select(r => r.PerSecond)):0}/s, p50 {Median(ours.Select(r => r.P50)):0.0} ms, p99 "
            + $"{Median(ours.Select(r => r.P99)):0.0} ms; "
            + $"ratio {Median(ratios):0.00} (aim: at least 0.6)");
        return 0;
    }

    private static async Task ImportedAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        while (!(await scope.ServiceProvider.GetRequiredService<IImportStatus>().GetProgressAsync(CancellationToken.None)).Finished)
            await Task.Delay(20);
    }

    private static async Task<Round> RoundAsync(HttpClient http, IUpstream upstream)
    {
        var nonces = await upstream.NoncesAsync(Requests);
        var latencies = new double[Requests];
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < Requests; i = Interlocked.Increment(ref next))
            {
                var at = Stopwatch.GetTimestamp();
                using var body =
                    new StringContent($$"""{"card_id":"{{upstream.Card}}","nonce":"{{nonces[i]}}"}""", Encoding.UTF8, "application/json");
                using var response = await http.PostAsync(new Uri("/ephemeral-keys", UriKind.Relative), body);
                if (response.StatusCode != HttpStatusCode.OK)
                    throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
                latencies[i] = Stopwatch.GetElapsedTime(at).TotalMilliseconds;
            }
        }));
        var elapsed = Stopwatch.GetElapsedTime(started);
        Array.Sort(latencies);
        return new Round(Requests / elapsed.TotalSeconds, latencies[Requests / 2], latencies[Requests * 99 / 100]);
    }

    private static async Task<HttpClient> SignInAsync(Uri origin)
    {
        var http = Client(origin, new CookieContainer());
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Email"] = "bench@example.com",
            ["Password"] = Password,
            ["__RequestVerificationToken"] = await TokenAsync("/sign-in"),
        });
        (await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form)).EnsureSuccessStatusCode();
        http.DefaultRequestHeaders.Add("RequestVerificationToken", await TokenAsync("/"));
        return http;

        async Task<string> TokenAsync(string path) =>
            Token().Match(await http.GetStringAsync(new Uri(path, UriKind.Relative))).Groups["token"].Value;
    }

    private static HttpClient Client(Uri origin, CookieContainer cookies) =>
        new(new SocketsHttpHandler { CookieContainer = cookies, MaxConnectionsPerServer = Connections }) { BaseAddress = origin };

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();

    private sealed record Round(double PerSecond, double P50, double P99)
    {
        public override string ToString() => $"{PerSecond:0}/s p50 {P50:0.0} p99 {P99:0.0} ms";
    }
}
