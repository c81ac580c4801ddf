using System.Text;
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
internal static class EphemeralKeys
{
    private const int WarmUps = 3;
    private const int Rounds = 7;
    private const int Requests = 3000;
    private const string Password = "kettle orbit mango ravine";

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
        await Load.ImportedAsync(portal.App.Services);
        await portal.App.Services.SendAsSystemAsync(
            new AddPerson(
                "bench@example.com", "Bench", Password, AccountId.Parse(upstream.Account), Role.Cardholder,
                CardholderId.Parse(upstream.Cardholder)),
            CancellationToken.None);

        using var signedIn = await Load.SignedInAsync(portal.Origin, "bench@example.com", Password);
        using var anonymous = Load.Client(bare.Origin());
        for (var i = 0; i < WarmUps; i++)
        {
            await RoundAsync(anonymous, upstream);
            await RoundAsync(signedIn, upstream);
        }

        var ratios = new List<double>();
        var (ours, theirs) = (new List<LoadRound>(), new List<LoadRound>());
        for (var i = 0; i < Rounds; i++)
        {
            theirs.Add(await RoundAsync(anonymous, upstream));
            ours.Add(await RoundAsync(signedIn, upstream));
            ratios.Add(ours[^1].PerSecond / theirs[^1].PerSecond);
            Console.WriteLine($"round {i + 1}: bare {theirs[^1]}   portal {ours[^1]}   ratio {ratios[^1]:0.00}");
        }

        Console.WriteLine($"median of {Rounds} rounds of {Requests} requests on {Load.Connections} connections: "
            + $"bare {Load.Median(theirs.Select(r => r.PerSecond)):0}/s, p50 {Load.Median(theirs.Select(r => r.P50)):0.0} ms, p99 "
            + $"{Load.Median(theirs.Select(r => r.P99)):0.0} ms; "
            + $"portal {Load.Median(ours.Select(r => r.PerSecond)):0}/s, p50 {Load.Median(ours.Select(r => r.P50)):0.0} ms, p99 "
            + $"{Load.Median(ours.Select(r => r.P99)):0.0} ms; "
            + $"ratio {Load.Median(ratios):0.00} (aim: at least 0.6)");
        return 0;
    }

    private static async Task<LoadRound> RoundAsync(HttpClient http, IUpstream upstream)
    {
        var nonces = await upstream.NoncesAsync(Requests);
        var address = new Uri("/ephemeral-keys", UriKind.Relative);
        return await Load.RunAsync(http, Requests, i => new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(
                $$"""{"card_id":"{{upstream.Card}}","nonce":"{{nonces[i]}}"}""", Encoding.UTF8, "application/json"),
        });
    }
}
