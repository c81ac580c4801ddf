using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CleanIssuing.WebUi.Hosting;

namespace CleanIssuing.IntegrationTests.Common;

/// <summary>Somebody with a browser of their own, as far as HTTP goes.</summary>
public sealed partial class HttpUser : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };

    public HttpUser(PortalFixture portal)
        : this(portal.Origin)
    {
    }

    public HttpUser(Uri origin)
    {
        Http = new HttpClient(_handler) { BaseAddress = origin };
        Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public HttpClient Http { get; }

    /// <summary>What proves that a call comes from our own page.</summary>
    public string Token { get; set; } = "";

    /// <summary>The cookies, as a browser sends them.</summary>
    public string Cookies => _handler.CookieContainer.GetCookieHeader(Http.BaseAddress!);

    public async Task<HttpResponseMessage> SignInAsync(string email, string password = DemoPeople.Password, string? returnUrl = null)
    {
        await RefreshTokenAsync("/sign-in");
        var response = await Http.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Email"] = email,
            ["Password"] = password,
            ["ReturnUrl"] = returnUrl ?? "",
            ["__RequestVerificationToken"] = Token,
        }));
        if (response.StatusCode == HttpStatusCode.Found && response.Headers.Location!.OriginalString != "/sign-in/code")
            await RefreshTokenAsync("/");
        return response;
    }

    public async Task<string> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Http.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, body);
        return body;
    }

    public Task<HttpResponseMessage> AskKeyAsync(string? card, string? nonce) =>
        PostAsync("/ephemeral-keys", new JsonObject { ["card_id"] = card, ["nonce"] = nonce }.ToJsonString());

    public async Task<HttpResponseMessage> PostAsync(string path, string body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (type == "application/json")
            request.Headers.Accept.ParseAdd("application/json");
        if (Token.Length > 0)
            request.Headers.Add("RequestVerificationToken", Token);
        request.Content = new StringContent(body, Encoding.UTF8, type);
        // What is too large is refused before it is sent, not while the pipe breaks.
        request.Headers.ExpectContinue = body.Length > 100_000;
        return await Http.SendAsync(request);
    }

    public async Task RefreshTokenAsync(string path) => Token = TokenField().Match(await GetAsync(path)).Groups["token"].Value;

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TokenField();
}
