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
/// signature alone, in turn. Each is a process of its own, alone on one core, with the load on another where there are two. One event in
/// five comes twice. What counts is the ratio.
/// </summary>
internal static class WebhookIntake
{
    public const string SignatureOnlyServer = "signature-only-server";

    private const int WarmUps = 6;
    private const int Rounds = 5;
    private const int Events = 4000;
    private const string Secret = "whsec_benchmark";

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cleanissuing-bench-").FullName;
        await using var upstream = await InstantUpstream.StartAsync();
        await using var bare = await ServerProcess.StartOnOneCoreAsync(
            typeof(WebhookIntake).Assembly, origin => [SignatureOnlyServer, $"--urls={origin}"], "/");
        await using var portal = await ServerProcess.StartOnOneCoreAsync(typeof(Portal).Assembly, origin =>
        [
            "--environment=Benchmark", $"--contentRoot={folder}", $"--urls={origin}",
            $"--Stripe:ApiBase={upstream.Origin}", $"--Stripe:SecretKey={upstream.SecretKey}",
            $"--Stripe:PublishableKey={upstream.PublishableKey}", $"--Stripe:WebhookSecrets:0={Secret}",
            "--Logging:LogLevel:Default=Error",
        ], "/sign-in");
        ServerProcess.LeaveCoreOfServers();
        await ImportedAsync(folder);
        using var ours = Load.Client(portal.Origin);
        using var theirs = Load.Client(bare.Origin);

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

    /// <summary>The other side of the comparison, until its process is ended.</summary>
    public static async Task<int> ServeSignatureOnlyAsync(string[] args)
    {
        await using var app = Servers.Create(args);
        app.MapGet("/", () => "ready");
        app.MapPost("/webhooks/stripe", async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            EventUtility.ValidateSignature(
                await reader.ReadToEndAsync(), context.Request.Headers["Stripe-Signature"], Secret, 300,
                DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        });
        await app.RunAsync();
        return 0;
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

    private static Task ImportedAsync(string folder) =>
        EmptyAsync(folder, "SELECT COUNT(*) = 0 FROM ImportCursors WHERE Step = 'Cards' AND EverFinished");

    private static Task DrainedAsync(string folder) => EmptyAsync(folder, "SELECT COUNT(*) FROM WebhookEvents WHERE State = 'Waiting'");

    private static async Task EmptyAsync(string folder, string count)
    {
        await using var connection =
            new SqliteConnection($"Data Source={Path.Combine(folder, "App_Data", "cleanissuing.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
        command.CommandText = count;
#pragma warning restore CA2100
        while ((long)(await command.ExecuteScalarAsync())! > 0)
            await Task.Delay(10);
    }
}
