using System.Diagnostics;
using System.Globalization;
using System.Text;
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
        await Load.ImportedAsync(portal.App.Services);
        using var ours = Load.Client(portal.Origin);
        using var theirs = Load.Client(bare.Origin());

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

        Console.WriteLine($"median of {Rounds} rounds of {Events} events (a fifth twice) on {Load.Connections} connections: "
            + $"ratio {Load.Median(ratios):0.00} (aim: at least 0.4), p99 {Load.Median(p99):0} ms (aim: at most 40), "
            + $"applied at {Load.Median(applied):0.00} of the rate they are taken (aim: at least 0.5)");
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

    private static Task<LoadRound> RoundAsync(HttpClient http, string cardholder)
    {
        var now = DateTimeOffset.UtcNow;
        var bodies = Enumerable.Range(0, Events).Select(_ => Body(cardholder, now)).ToList();
        bodies.AddRange(bodies.Where((_, i) => i % 5 == 0).ToList());
        var signatures = bodies.ConvertAll(body => Webhooks.Sign(body, Secret, now));
        return Load.RunAsync(http, bodies.Count, i => new HttpRequestMessage(HttpMethod.Post, new Uri("/webhooks/stripe", UriKind.Relative))
        {
            Content = new StringContent(bodies[i], Encoding.UTF8, "application/json"),
            Headers = { { "Stripe-Signature", signatures[i] } },
        });
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
}
