using System.Diagnostics;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.WebUi.Hosting;

namespace CleanIssuing.Benchmarks;

/// <summary>
/// How long a refused sign-in takes for a known, an unknown, a disabled and a locked address, in turn. What counts is the ratio to the
/// unknown one: whoever measures must not learn who may sign in.
/// </summary>
internal static class SignIns
{
    private const int WarmUps = 5;
    private const int Tries = 50;
    private const string Password = "kettle orbit mango ravine";

    private static readonly string[] Kinds = ["unknown", "known", "disabled", "locked"];

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cleanissuing-bench-").FullName;
        await using var upstream = await InstantUpstream.StartAsync();
        await using var portal = await Portal.StartAsync(
        [
            "--environment=Benchmark", $"--contentRoot={folder}", "--urls=http://127.0.0.1:0",
            $"--Stripe:ApiBase={upstream.Origin}", $"--Stripe:SecretKey={upstream.SecretKey}",
            $"--Stripe:PublishableKey={upstream.PublishableKey}", "--Portal:Limits:SignInsPerAddress=1000000000",
            "--Logging:LogLevel:Default=Error",
        ]);
        await Load.ImportedAsync(portal.App.Services);
        // Each try is another person's, so that none is locked by the tries before.
        for (var i = 0; i < WarmUps + Tries; i++)
        {
            foreach (var kind in Kinds[1..])
                await portal.App.Services.SendAsSystemAsync(
                    new AddPerson(Email(kind, i), kind, Password, AccountId.Parse(upstream.Account), Role.Viewer), CancellationToken.None);
            await portal.App.Services.SendAsSystemAsync(new DisablePerson(Email("disabled", i)), CancellationToken.None);
        }

        using var http = Load.Client(portal.Origin);
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        var times = Kinds.ToDictionary(kind => kind, _ => new List<double>(), StringComparer.Ordinal);
        for (var i = 0; i < WarmUps + Tries; i++)
        {
            foreach (var kind in Kinds)
            {
                for (var wrong = 0; kind == "locked" && wrong < SignInThrottle.TriesHere; wrong++)
                    await TryAsync(http, Email(kind, i), "wrong");
                var took = await TryAsync(http, Email(kind, i), kind is "disabled" or "locked" ? Password : "wrong");
                if (i >= WarmUps)
                    times[kind].Add(took);
            }
        }

        var unknown = Load.Median(times["unknown"]);
        foreach (var kind in Kinds)
            Console.WriteLine($"{kind,-8} median of {Tries}: {Load.Median(times[kind]):0.0} ms, "
                + $"{Load.Median(times[kind]) / unknown:0.00} of unknown (aim: 0.90 to 1.10)");
        return 0;
    }

    private static string Email(string kind, int i) => $"{kind}{i}@example.com";

    private static async Task<double> TryAsync(HttpClient http, string email, string password)
    {
        var token = await Load.TokenAsync(http, "/sign-in");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Email"] = email,
            ["Password"] = password,
            ["__RequestVerificationToken"] = token,
        });
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var page = await answer.Content.ReadAsStringAsync();
        return page.Contains("id=\"refused\"", StringComparison.Ordinal) ? took : throw new InvalidOperationException(page);
    }
}
