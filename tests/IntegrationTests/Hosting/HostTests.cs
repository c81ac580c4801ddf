using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using CleanIssuing.Application.People;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.IntegrationTests.Hosting;

[Collection(SharedPortal.Name)]
public class HostTests(PortalFixture portal)
{
    [Theory]
    [InlineData("evil.test", HttpStatusCode.BadRequest)]
    [InlineData("evil.test:80", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    public async Task Only_the_portals_own_names_are_answered(string host, HttpStatusCode expected)
    {
        (await AskAsync(new Uri(portal.Origin, "/sign-in"), host)).ShouldBe(expected);
        using var answer = await AnswerAsync(new Uri(portal.Origin, "/sign-in"), host);
        answer.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
        answer.Headers.Contains("X-Content-Type-Options").ShouldBeTrue();
        (await AskAsync(new Uri(portal.Sandbox.Origin, "/endive/stripe.js"), host)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("FOO", "/cards")]
    [InlineData("PUT", "/audit")]
    [InlineData("DELETE", "/cards/" + DemoSeed.JennyVirtual)]
    [InlineData("POST", "/cards")]
    [InlineData("OPTIONS", "/cards")]
    public async Task A_method_that_a_page_has_no_handler_for_is_405_with_or_without_a_token(string method, string path)
    {
        using var admin = await portal.SignedInAsync("admin@demo.test");
        foreach (var (token, accept) in new[] { (admin.Token, "text/html"), (null, "text/html"), (null, "application/json") })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Headers = { { "Accept", accept } } };
            if (token is not null)
                request.Headers.Add("RequestVerificationToken", token);
            using var answer = await admin.Http.SendAsync(request);

            answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        }
    }

    [Theory]
    [InlineData("/audit?before=banana")]
    [InlineData("/audit?before=999999999")]
    [InlineData($"/cards/{DemoSeed.JennyVirtual}/controls/history?before=999999999")]
    [InlineData("/audit?from=garbage")]
    [InlineData("/audit?to=2026-13-01")]
    [InlineData($"/cards/{DemoSeed.JennyVirtual}/controls/history?before=abc")]
    [InlineData($"/cards?after={DemoSeed.JennyVirtual}&status=canceled")]
    [InlineData($"/cards?after={DemoSeed.JennyVirtual}&type=physical")]
    [InlineData($"/cards?after={DemoSeed.JennyVirtual}&text=omar")]
    [InlineData($"/cards?after={DemoSeed.ClaireVirtual}&account={DemoSeed.Platform}")]
    [InlineData($"/cardholders?after={DemoSeed.Jenny}&text=omar")]
    public async Task A_cursor_that_no_list_returned_is_a_400(string address)
    {
        using var admin = await portal.SignedInAsync("admin@demo.test");

        using var answer = await admin.Http.GetAsync(address);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/css")]
    [InlineData("nonsense")]
    [InlineData("text/html;q=0")]
    public async Task A_refusal_does_not_fail_whatever_the_client_takes(string accept)
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        foreach (var (method, path) in new[]
        {
            ("GET", "/cards/nonsense"), ("POST", "/ephemeral-keys"), ("POST", "/webhooks/stripe"), ("TRACE", "/cards"), ("GET", "/session"),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            jenny.Http.DefaultRequestHeaders.Accept.Clear();
            request.Headers.TryAddWithoutValidation("Accept", accept);
            using var answer = await jenny.Http.SendAsync(request);

            ((int)answer.StatusCode).ShouldBeLessThan(500, $"{method} {path}");
            answer.Headers.Contains("Content-Security-Policy").ShouldBeTrue($"{method} {path}");
            answer.Headers.Contains("X-Content-Type-Options").ShouldBeTrue($"{method} {path}");
        }
    }

    [Theory]
    [InlineData("GET", "/sign-in?x=%00", "", 400)]
    [InlineData("GET", "/sign-in?a%5Ba%5Ba=1", "", 400)]
    [InlineData("GET", "/favicon.svg?x=%00", "", 400)]
    [InlineData("POST", "/sign-in", "a%5B=1", 400)]
    [InlineData("POST", "/sign-in", "Email=a%EF%BF%BE@x.co&Password=x", 400)]
    [InlineData("POST", "/sign-in", "a=300000", 413)]
    [InlineData("POST", "/error", "a=300000", 200)]
    [InlineData("POST", "/nothing-here", "a=300000", 413)]
    public async Task A_person_sees_the_error_page_whatever_it_was_that_could_not_be_read(
        string method, string path, string body, int expected)
    {
        using var somebody = path == "/nothing-here" ? await portal.SignedInAsync("jenny@demo.test") : portal.Anyone();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        body = body.Replace("300000", new string('x', 300_000));
        request.Headers.ExpectContinue = body.Length > 100_000;
        if (method == "POST")
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

        using var answer = await somebody.Http.SendAsync(request);

        var page = await answer.Content.ReadAsStringAsync();
        if (path != "/error")
            ((int)answer.StatusCode).ShouldBe(expected, page);
        ((int)answer.StatusCode).ShouldBeLessThan(500);
        page.ShouldContain("<!doctype html>");
        page.ShouldNotContain("Exception");
    }

    [Theory]
    [InlineData("a[a[a=1", "application/x-www-form-urlencoded")]
    [InlineData("Categories=&action=preview", "application/x-www-form-urlencoded; charset=bogus")]
    [InlineData("--x\r\n", "multipart/form-data; boundary=x")]
    [InlineData("x", "multipart/form-data")]
    public async Task A_form_that_cannot_be_read_is_refused(string body, string type)
    {
        using var admin = await portal.SignedInAsync("admin@demo.test");
        foreach (var path in new[] { "/sign-in", $"/cards/{DemoSeed.JennyVirtual}?handler=Freeze", "/ephemeral-keys" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
            request.Content.Headers.Remove("Content-Type");
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            request.Headers.Add("RequestVerificationToken", admin.Token);
            using var answer = await admin.Http.SendAsync(request);

            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
        }
    }

    [Theory]
    [InlineData("Categories=&action=preview")]
    [InlineData("Countries=&action=add-limit")]
    [InlineData("id=nonsense&action=preview")]
    [InlineData("CategoriesMode=none&CountriesMode=none&Presence=any&action=preview&{LimitAmount}")]
    [InlineData("CategoriesMode=none&CountriesMode=none&Presence=any&action=preview&{Categories}")]
    public async Task Empty_and_misplaced_fields_do_no_harm(string body)
    {
        using var admin = await portal.SignedInAsync("admin@demo.test");
        // More than MVC binds by itself.
        var many = System.Text.RegularExpressions.Regex.Match(body, "{(\\w+)}").Groups[1].Value;
        body = body.Replace($"{{{many}}}", string.Join('&', Enumerable.Range(0, 1100).Select(i => $"{many}[{i}]=1")));
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/cards/{DemoSeed.JennyVirtual}/controls") { Content = content };
        request.Headers.Add("RequestVerificationToken", admin.Token);
        using var answer = await admin.Http.SendAsync(request);

        ((int)answer.StatusCode).ShouldBeLessThan(500);
    }

    [Fact]
    public async Task An_export_breaks_off_when_the_session_ends()
    {
        await using var scope = portal.Portal.App.Services.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<ISessionStore>();
        var (user, stamp) = (
            portal.Text("SELECT Id FROM AspNetUsers WHERE Email = 'jenny@demo.test'")!,
            portal.Text("SELECT SecurityStamp FROM AspNetUsers WHERE Email = 'jenny@demo.test'")!);
        var session = await sessions.OpenAsync(user, "test", null, portal.Time.GetUtcNow(), null, CancellationToken.None) ?? "";
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Response.Body = new MemoryStream();
        context.User = new ClaimsPrincipal(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, user), new("AspNet.Identity.SecurityStamp", stamp), new(SessionEvents.SessionId, session),
        ], "test"));
        var told = 0;

        await Should.ThrowAsync<OperationCanceledException>(
            () => CsvExport.WriteAsync(context, "a.csv", ["n"], Rows(CancellationToken.None), n => [n]));

        told.ShouldBe(2, "what it waited for did not keep it from ending");

        async IAsyncEnumerable<int> Rows([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return told = 1;
            told = 2;
            await sessions.EndAsync(session, CancellationToken.None);
            portal.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromSeconds(30), TimeProvider.System, cancellationToken);
            yield return told = 3;
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/webhooks/stripe")]
    public async Task A_connection_that_breaks_off_in_the_middle_of_a_body_is_the_callers_fault(string path)
    {
        var ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var meters = portal.Portal.App.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == "http.server.request.duration" && ReferenceEquals(instrument.Meter.Scope, meters))
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            var all = tags.ToArray().ToDictionary(t => t.Key, t => t.Value);
            if (all["http.request.method"] is "POST")
                ended.TrySetResult((int)all["http.response.status_code"]!);
        });
        listener.Start();
        using (var connection = new TcpClient())
        {
            await connection.ConnectAsync(portal.Origin.Host, portal.Origin.Port);
            await connection.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(
                $"POST {path} HTTP/1.1\r\nHost: {portal.Origin.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Stripe-Signature: t=1,v1=00\r\nContent-Length: 1000\r\n\r\nEmail=jen"));
        }

        (await ended.Task.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBeLessThan(500);

        portal.Logs.Lines.ShouldNotContain(line => line.StartsWith("Error") && line.Contains("BadHttpRequestException"));
    }

    [Fact]
    public async Task A_foreign_card_and_a_missing_one_run_the_same_statements()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var foreign = await StatementsAsync(DemoSeed.OmarVirtual);
        var unknown = await StatementsAsync("ic_1SandboxNobodyAtAll");

        foreign.ShouldNotBeEmpty();
        unknown.ShouldBe(foreign);

        async Task<IReadOnlyList<string>> StatementsAsync(string card)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/cards/" + card);
            var (statements, answer) = await portal.SendCountedAsync(jenny, request);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            answer.Dispose();
            return [.. statements.Select(s => s[s.IndexOf('\n', StringComparison.Ordinal)..])];
        }
    }

    private static async Task<HttpStatusCode> AskAsync(Uri address, string host)
    {
        using var answer = await AnswerAsync(address, host);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> AnswerAsync(Uri address, string host)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Host = host } };
        return await http.SendAsync(request);
    }
}
