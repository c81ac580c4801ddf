using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox;
using CleanIssuing.StripeSandbox.State;
using Xunit.Abstractions;

namespace CleanIssuing.IntegrationTests.Fuzzing;

/// <summary>
/// Sends valid and hostile requests to every handler of every page and to every endpoint, as each role. <c>CLEANISSUING_FUZZ</c> sets how
/// many hostile ones each gets, <c>CLEANISSUING_FUZZ_SEED</c> the seed.
/// </summary>
public sealed partial class FuzzTests(FuzzingPortal portal, ITestOutputHelper output) : IClassFixture<FuzzingPortal>
{
    private const int LargestGrowth = 1024;

    private static readonly string?[] Roles = [null, "jenny@demo.test", "vera@demo.test", "lea@demo.test", "admin@demo.test"];

    private static readonly int HostileEach =
        int.Parse(Environment.GetEnvironmentVariable("CLEANISSUING_FUZZ") ?? "10", CultureInfo.InvariantCulture);

    private static readonly int Seed =
        int.Parse(Environment.GetEnvironmentVariable("CLEANISSUING_FUZZ_SEED") ?? "20261125", CultureInfo.InvariantCulture);

    private readonly List<string> _faults = [];
    private int _sent;
    private int _refused;

    [Fact]
    public async Task Nothing_that_anybody_sends_makes_the_portal_fail()
    {
        var hostile = new HostileInputs(new Random(Seed));
        var targets = await FuzzTarget.FindAsync(portal.Portal.App);
        // What each day came to is summed up when an overview is read first, whoever reads it.
        foreach (var role in Roles)
        {
            using var first = await PersonAsync(role);
            (await first.Http.GetAsync("/")).Dispose();
        }

        var size = DatabaseSize();
        foreach (var role in Roles)
        {
            var person = await PersonAsync(role);
            foreach (var target in targets)
            {
                person = await PersonAsync(role, person);
                await SendAsync(person, target, role, "valid", new HttpRequestMessage(new HttpMethod(target.Method), Address(target))
                {
                    Content = ValidContent(target, person.Token),
                });
                for (var i = 0; i < 2; i++)
                {
                    var odd = new HttpMethod(hostile.OddMethod);
                    await SendAsync(person, target, role, "odd", new HttpRequestMessage(odd, Address(target)));
                }

                // Many are refused before the handler; where a valid one gets there, enough hostile ones are to get there too.
                for (var i = 0; i < HostileEach || (i < 10 * HostileEach && !HasEntered(target, role)); i++)
                {
                    if (target.Route == "/sign-out")
                        person = await PersonAsync(role, person);
                    await SendAsync(person, target, role, "hostile", Hostile(hostile, target, person.Token));
                }
            }

            person.Dispose();
        }

        var growth = (DatabaseSize() - size) / (double)Math.Max(1, _refused);
        output.WriteLine($"seed {Seed}: {targets.Count} targets, {_sent} requests, {_refused} refused, {growth:0} bytes a refused request");
        _faults.ShouldBeEmpty();
        growth.ShouldBeLessThan(LargestGrowth);
        foreach (var target in targets)
        {
            var permitted = Roles.Where(role => Entered(target, role, "valid") > 0).ToList();
            permitted.ShouldNotBeEmpty($"{target.Name} was never entered by a valid request");
            permitted.ShouldAllBe(role => HasEntered(target, role), $"{target.Name} by {HostileEach} hostile requests");
        }
    }

    [Fact]
    public async Task A_foreign_object_answers_like_one_that_does_not_exist()
    {
        using var lea = await portal.SignedInAsync("lea@demo.test");
        foreach (var target in (await FuzzTarget.FindAsync(portal.Portal.App)).Where(t => t.Route.Contains('{')))
        {
            var foreign = await AnswerAsync(lea, target, DemoSeed.JennyVirtual, DemoSeed.Jenny, DemoSeed.Platform);
            var missing = await AnswerAsync(lea, target, "ic_1Nothing", "ich_1Nothing", "acct_1Nothing");

            foreign.ShouldBe(missing, target.Name);
            foreign.Status.ShouldBe(HttpStatusCode.NotFound, target.Name);
        }
    }

    [Fact]
    public async Task An_id_in_a_form_or_an_address_answers_no_differently()
    {
        using var lea = await portal.SignedInAsync("lea@demo.test");
        using var claire = await portal.SignedInAsync("claire@demo.test");
        var targets = (await FuzzTarget.FindAsync(portal.Portal.App))
            .Where(t => t.Route != "/sign-out" && !t.Route.StartsWith("/webhooks", StringComparison.Ordinal)).ToList();
        var asked = 0;
        foreach (var person in new[] { lea, claire })
        {
            foreach (var target in targets)
            {
                foreach (var field in target.Fields.Where(f => ValidInputs.IsId(f)))
                {
                    var foreign = await AnswerAsync(person, target, field, ValidInputs.For(field));
                    var missing = await AnswerAsync(person, target, field, ValidInputs.Missing(field));

                    foreign.ShouldBe(missing, $"{target.Name} {field}");
                    asked++;
                }
            }
        }

        asked.ShouldBeGreaterThan(20);
    }

    private async Task SendAsync(HttpUser person, FuzzTarget target, string? role, string kind, HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.Add(EnteredHandlers.Kind, Key(target, role, kind));
            request.Headers.Add("RequestVerificationToken", person.Token);
            // What is too large is refused before it is sent, not while the pipe breaks.
            request.Headers.ExpectContinue = request.Content?.Headers.ContentLength > 50_000;
            // A connection of its own: the portal closes those on which something came that it did not read.
            request.Headers.ConnectionClose = true;
            _sent++;
            using var answer = await AnswerAsync(person, request);
            if (answer is null)
                return;
            var status = (int)answer.StatusCode;
            if (status >= 400)
                _refused++;
            if (status >= 500)
                _faults.Add($"{status} {target.Name} as {role}: {request.RequestUri} {request.Content?.Headers.ContentType}\n"
                    + portal.Logs.Lines.LastOrDefault(line => line.StartsWith("Error", StringComparison.Ordinal)));
            // An address that is too long does not reach the application.
            if (answer.StatusCode == HttpStatusCode.RequestUriTooLong)
                return;
            if (!answer.Headers.Contains("Content-Security-Policy") || !answer.Headers.Contains("X-Content-Type-Options"))
                _faults.Add($"{target.Name} as {role} ({status}): without security headers");
            if (!target.IsPage && kind != "odd" && await IsOfEndpointAsync(answer))
                portal.Entered.Counts.AddOrUpdate(Key(target, role, kind), 1, (_, count) => count + 1);
        }
    }

    /// <returns>None where the portal had refused the request, and hung up, before all of it was sent.</returns>
    private async Task<HttpResponseMessage?> AnswerAsync(HttpUser person, HttpRequestMessage request)
    {
        try
        {
            return await person.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        }
        catch (HttpRequestException brokenOff) when (brokenOff.InnerException is IOException && request.Content is not null)
        {
            _refused++;
            // It goes on answering others; what failed inside it stands in the log, which is held against nothing having failed.
            using var still = await person.Http.GetAsync("/sign-in", HttpCompletionOption.ResponseHeadersRead);
            ((int)still.StatusCode).ShouldBeLessThan(500);
            if (portal.Logs.Lines.LastOrDefault(line => line.StartsWith("Error", StringComparison.Ordinal)) is { } error)
                _faults.Add($"{request.RequestUri}: the connection broke\n{error}");
            return null;
        }
    }

    /// <summary>Whether an endpoint has answered by itself, and not what stands before it.</summary>
    private static async Task<bool> IsOfEndpointAsync(HttpResponseMessage answer)
    {
        if (answer.IsSuccessStatusCode)
            return true;
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return false;
        var reason = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["reason"]!.GetValue<string>();
        return reason is not ("bad_request" or "antiforgery" or "not_json" or "too_large" or "sign_in_required" or "method_not_allowed"
            or "rate_limited" or "error");
    }

    private HttpRequestMessage Hostile(HostileInputs hostile, FuzzTarget target, string token)
    {
        var request = new HttpRequestMessage(new HttpMethod(target.Method), Address(target, hostile.Query(target)));
        request.Headers.TryAddWithoutValidation("Accept", hostile.Accept);
        var (name, value) = hostile.OddHeader;
        request.Headers.TryAddWithoutValidation(name, value);
        if (target.Method != "GET")
            request.Content = target.Route.StartsWith("/webhooks", StringComparison.Ordinal)
                ? Signed(hostile.Event(portal.Time.GetUtcNow().ToUnixTimeSeconds()))
                : hostile.Body(target, token);
        return request;
    }

    private HttpContent? ValidContent(FuzzTarget target, string token)
    {
        if (target.Method == "GET")
            return null;
        if (target.Route.StartsWith("/webhooks", StringComparison.Ordinal))
        {
            var created = portal.Time.GetUtcNow().ToUnixTimeSeconds();
            var account = _sent % 2 == 0 ? $",\"account\":\"{DemoSeed.Lumiere}\"" : "";
            return Signed($$"""{"id":"evt_1Fuzz{{_sent}}","type":"balance.available","livemode":false,"created":{{created}}{{account}}}""");
        }

        if (!target.IsPage)
            return new StringContent(
                $$"""{"account":"{{DemoSeed.Platform}}","card_id":"{{DemoSeed.JennyVirtual}}","nonce":"ephkn_1whatever"}""",
                Encoding.UTF8, "application/json");
        var fields = target.Fields.Select(f => new KeyValuePair<string, string>(f, ValidInputs.For(f)));
        return new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
    }

    private HttpContent Signed(string body)
    {
        var content = new StringContent(body, Encoding.UTF8, "application/json");
        // What names an account is signed with the secret of Connect's endpoint.
        var secret = body.Contains("\"account\"", StringComparison.Ordinal) ? Sandbox.ConnectWebhookSecret : Sandbox.WebhookSecret;
        content.Headers.Add("Stripe-Signature", Webhooks.Sign(body, secret, portal.Time.GetUtcNow()));
        return content;
    }

    private static string Address(
        FuzzTarget target, string query = "", string card = DemoSeed.JennyVirtual, string holder = DemoSeed.Jenny,
        string account = DemoSeed.Platform)
    {
        var path = RouteValue().Replace(target.Route, value => value.Groups["kind"].Value switch
        {
            "cardId" => card,
            "cardholderId" => holder,
            "accountId" => account,
            // The sandbox's first purchases with each card.
            "authorizationId" => "iauth_1Sandbox" + (card.Length > 11 ? card[11..] : "") + "0001",
            "guid" => "3f2c1c1e-7f0a-4a51-9c1d-000000000001",
            _ => "something",
        });
        var handler = target.Handler is null ? "" : "handler=" + target.Handler;
        string[] parts = [.. new[] { handler, query }.Where(part => part.Length > 0)];
        return parts.Length == 0 ? path : path + "?" + string.Join('&', parts);
    }

    private async Task<(HttpStatusCode Status, string Body)> AnswerAsync(
        HttpUser person, FuzzTarget target, string card, string holder, string account)
    {
        using var request = new HttpRequestMessage(new HttpMethod(target.Method), Address(target, "", card, holder, account));
        request.Content = ValidContent(target, person.Token);
        using var answer = await person.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (answer.StatusCode, Variable().Replace(await BodyAsync(answer), ""));
    }

    /// <summary>The answer to a request of Lumière's own, in which one field names something else.</summary>
    private static async Task<(HttpStatusCode Status, string Body)> AnswerAsync(HttpUser person, FuzzTarget target, string field, string id)
    {
        var others = target.Fields.Where(f => f != field && !ValidInputs.IsId(f)).Append(field)
            .Select(f => new KeyValuePair<string, string>(f, f == field ? id : ValidInputs.For(f))).ToList();
        var query = string.Join('&', others.Select(f => f.Key + "=" + Uri.EscapeDataString(f.Value)));
        var address = Address(
            target, target.Method == "GET" ? query : "", DemoSeed.ClaireVirtual, DemoSeed.Claire, DemoSeed.Lumiere);
        using var request = new HttpRequestMessage(new HttpMethod(target.Method), address);
        if (target.Method != "GET")
            request.Content = target.IsPage
                ? new FormUrlEncodedContent([.. others, new("__RequestVerificationToken", person.Token)])
                : JsonContent.Create(others.ToDictionary(f => f.Key, f => f.Value));
        request.Headers.Add("RequestVerificationToken", person.Token);
        using var answer = await person.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var body = Variable().Replace(await BodyAsync(answer), "");
        return (answer.StatusCode, body.Replace(Uri.EscapeDataString(id), "ID").Replace(id, "ID"));
    }

    /// <summary>A stream goes on for as long as somebody listens.</summary>
    private static async Task<string> BodyAsync(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "a stream" : await answer.Content.ReadAsStringAsync();

    /// <summary>The person, signed in; anew where one of the requests has signed them out.</summary>
    private async Task<HttpUser> PersonAsync(string? role, HttpUser? present = null)
    {
        if (role is null)
        {
            if (present is not null)
                return present;
            var nobody = portal.Anyone();
            await nobody.RefreshTokenAsync("/sign-in");
            return nobody;
        }

        if (present is not null)
        {
            using var home = await present.Http.GetAsync("/");
            if (home.StatusCode == HttpStatusCode.OK)
            {
                await present.RefreshTokenAsync("/");
                return present;
            }

            present.Dispose();
        }

        return await portal.SignedInAsync(role);
    }

    private bool HasEntered(FuzzTarget target, string? role) =>
        Entered(target, role, "valid") == 0 || Entered(target, role, "hostile") >= HostileEach;

    private int Entered(FuzzTarget target, string? role, string kind) => portal.Entered.Counts.GetValueOrDefault(Key(target, role, kind));

    private long DatabaseSize() =>
        long.Parse(portal.Text("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")!, CultureInfo.InvariantCulture);

    private static string Key(FuzzTarget target, string? role, string kind) => $"{kind} {role} {target.Name}";

    [GeneratedRegex("\\{(?<name>\\w+)(:(?<kind>\\w+))?\\??\\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RouteValue();

    /// <summary>What differs between two answers to the same question: tokens, ids of forms, traces, the session's time.</summary>
    [GeneratedRegex(
        "name=\"(__RequestVerificationToken|RequestId)\"[^>]*>|Reference <code>[^<]*</code>|data-(idle|absolute)=\"\\d+\"|"
        + "\"traceId\":\"[^\"]*\"|\"(id|challenge)\":\"[\\w-]{40,}\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
