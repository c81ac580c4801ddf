using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using CleanIssuing.Application.Common;

namespace CleanIssuing.Benchmarks;

/// <summary>Sends requests on several connections at once, and measures how fast they are answered.</summary>
internal static partial class Load
{
    public const int Connections = 16;

    /// <param name="request">Makes the request with this number.</param>
    /// <exception cref="InvalidOperationException">A request was not answered with 200.</exception>
    public static async Task<LoadRound> RunAsync(HttpClient http, int requests, Func<int, HttpRequestMessage> request)
    {
        var latencies = new double[requests];
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < requests; i = Interlocked.Increment(ref next))
            {
                var at = Stopwatch.GetTimestamp();
                using var sent = request(i);
                using var response = await http.SendAsync(sent);
                if (response.StatusCode != HttpStatusCode.OK)
                    throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
                latencies[i] = Stopwatch.GetElapsedTime(at).TotalMilliseconds;
            }
        }));
        var elapsed = Stopwatch.GetElapsedTime(started);
        Array.Sort(latencies);
        return new LoadRound(requests / elapsed.TotalSeconds, latencies[requests / 2], latencies[requests * 99 / 100]);
    }

    /// <summary>Waits for the portal's first import.</summary>
    public static async Task ImportedAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        while (!(await scope.ServiceProvider.GetRequiredService<IImportStatus>().GetProgressAsync(CancellationToken.None)).Finished)
            await Task.Delay(20);
    }

    public static HttpClient Client(Uri origin)
    {
        var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), MaxConnectionsPerServer = Connections };
        return new HttpClient(handler) { BaseAddress = origin };
    }

    public static async Task<HttpClient> SignedInAsync(Uri origin, string email, string password)
    {
        var http = Client(origin);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Email"] = email,
            ["Password"] = password,
            ["__RequestVerificationToken"] = await TokenAsync(http, "/sign-in"),
        });
        (await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form)).EnsureSuccessStatusCode();
        http.DefaultRequestHeaders.Add("RequestVerificationToken", await TokenAsync(http, "/"));
        return http;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>What proves that a form comes from the portal's own page.</summary>
    public static async Task<string> TokenAsync(HttpClient http, string page) =>
        TokenField().Match(await http.GetStringAsync(new Uri(page, UriKind.Relative))).Groups["token"].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TokenField();
}
