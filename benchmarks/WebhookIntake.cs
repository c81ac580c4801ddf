using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using CleanIssuing.Application.Common;
using CleanIssuing.StripeSandbox;
using CleanIssuing.WebUi.Hosting;
using Microsoft.Data.Sqlite;
using Stripe;

namespace CleanIssuing.Benchmarks;

/// <summary>
/// <c>POST /webhooks/stripe</c> of the portal (signature, inbox on disk, answered after the commit) against an endpoint that checks the
/// signature alone, in turn, in one process. One event in five comes twice. What counts is the ratio.
/// </summary>
internal static class WebhookIntake
{
    private const int WarmUps = 2;
    private const int Rounds = 5;
    private const int Events = 4000;
    private const int Connections = 16;
    private const string Secret = "whsec_benchmark";

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cleanissuing-bench-").FullName;
        await using var upstream = await InstantUpstream.StartAsync();
        await using var bare = await SignatureOnlyAsync();
        await using var portal = await Portal.StartAsync(
        [
            "--environment=Benchmark", $"--contentRoot={folder}", "--urls=http://127.0.0.1:0",
            $"--Stripe:ApiBase={upstream.Origin}", $"--Stripe:SecretKey={upstream.SecretKey}",
            $"--Stripe:PublishableKey={upstream.PublishableKey}", $"--Stripe:WebhookSecrets:0={Secret}",
            "--Logging:LogLevel:Default=Error",
        ]);
        await ImportedAsync(portal.App.Services);
        using var ours = Client(portal.Origin);
        using var theirs = Client(bare.Origin());

        var (ratios, p99, applied) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = -WarmUps; i < Rounds; i++)
        {
            var alone = await RoundAsync(theirs, upstream.Cardholder);
            var started = Stopwatch.GetTimestamp();
            var taken = await RoundAsync(ours, upstream.Cardholder);
            await DrainedAsync(folder);
            var perSecond = Events / Stopwatch.GetElapsedTime(started).TotalSeconds;
            if (i < 0)
                continue;
            ratios.Add(taken.PerSecond / alone.PerSecond);
            p99.Add(taken.P99);
            applied.Add(perSecond / taken.PerSecond);
            Console.WriteLine($"round {i + 1}: signature only {alone}   portal {taken}   ratio {ratios[^1]:0.00}, applied {perSecond:0}/s");
        }

        Console.WriteLine($"median of {Rounds} rounds of {Events} events (a fifth twice) on {Connections} connections: "
            + $"ratio {Median(ratios):0.00} (aim: at least 0.4), p99 {Median(p99):0} ms (aim: at most 40), "
            + $"applied at {Median(applied):0.00} of the rate they are taken (aim: at least 0.5)");
        return 0;
    }

    private static async Task<WebApplication> SignatureOnlyAsync()
    {
        var app = Servers.Create();
        app.MapPost("/webhooks/stripe", async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            EventUtility.ValidateSignature(
                await reader.ReadToEndAsync(), context.Request.Headers["Stripe-Signature"], Secret, 300,
                DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        });
        await app.StartAsync();
        return app;
    }

    private static async Task<Round> RoundAsync(HttpClient http, string cardholder)
    {
        var now = DateTimeOffset.UtcNow;
        var bodies = Enumerable.Range(0, Events).Select(_ => Body(cardholder, now)).ToList();
        bodies.AddRange(bodies.Where((_, i) => i % 5 == 0).ToList());
        var signatures = bodies.ConvertAll(body => Webhooks.Sign(body, Secret, now));
        var latencies = new double[bodies.Count];
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < bodies.Count; i = Interlocked.Increment(ref next))
            {
                var at = Stopwatch.GetTimestamp();
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/webhooks/stripe", UriKind.Relative));
                request.Content = new StringContent(bodies[i], Encoding.UTF8, "application/json");
                request.Headers.Add("Stripe-Signature", signatures[i]);
                using var response = await http.SendAsync(request);
                if (response.StatusCode != HttpStatusCode.OK)
                    throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
                latencies[i] = Stopwatch.GetElapsedTime(at).TotalMilliseconds;
            }
        }));
        var elapsed = Stopwatch.GetElapsedTime(started);
        Array.Sort(latencies);
        return new Round(bodies.Count / elapsed.TotalSeconds, latencies[latencies.Length / 2], latencies[latencies.Length * 99 / 100]);
    }

    private static string Body(string cardholder, DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"id":"evt_{{Guid.NewGuid():N}}","object":"event","api_version":"2026-10-28.endive","created":{{now.ToUnixTimeSeconds()}},
        "livemode":false,"type":"issuing_cardholder.updated","data":{"object":{"id":"{{cardholder}}","object":"issuing.cardholder",
        "created":1,"name":"Bench Mark","status":"active","type":"individual","metadata":{} } } }
        """);

    private static async Task DrainedAsync(string folder)
    {
        await using var connection =
            new SqliteConnection($"Data Source={Path.Combine(folder, "App_Data", "cleanissuing.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM WebhookEvents WHERE State = 'Waiting'";
        while ((long)(await command.ExecuteScalarAsync())! > 0)
            await Task.Delay(10);
    }

    private static async Task ImportedAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        while (!(await scope.ServiceProvider.GetRequiredService<IImportStatus>().GetProgressAsync(CancellationToken.None)).Finished)
            await Task.Delay(20);
    }

    private static HttpClient Client(Uri origin) =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = origin };

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private sealed record Round(double PerSecond, double P50, double P99)
    {
        public override string ToString() => $"{PerSecond:0}/s p50 {P50:0.0} p99 {P99:0.0} ms";
    }
}
