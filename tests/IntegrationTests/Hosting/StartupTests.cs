using System.Net;
using System.Net.Sockets;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace CleanIssuing.IntegrationTests.Hosting;

public sealed class StartupTests : IDisposable
{
    private static readonly string SecretLive = "sk_live_" + new string('a', 24);
    private static readonly string PublishableLive = "pk_live_" + new string('a', 24);
    private static readonly string PublishableTest = "pk_test_" + new string('a', 24);

    private readonly string _folder = Directory.CreateTempSubdirectory("cleanissuing-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Production_without_keys_does_not_start_and_names_every_setting()
    {
        var message = await RefusedAsync("Production");

        message.ShouldContain("Stripe:SecretKey, Stripe:PublishableKey, Portal:PublicOrigin");
        message.ShouldContain("Stripe__SecretKey");
        Directory.Exists(Path.Combine(_folder, "App_Data")).ShouldBeFalse("nothing was touched");
    }

    [Fact]
    public async Task Live_and_test_keys_together_do_not_start()
    {
        var message = await RefusedAsync(
            "Production", $"--Stripe:SecretKey={SecretLive}", $"--Stripe:PublishableKey={PublishableTest}",
            "--Portal:PublicOrigin=https://cards.example");

        message.ShouldContain("Set both to test keys, or both to live keys.");
        message.ShouldNotContain(SecretLive);
    }

    [Fact]
    public async Task A_limit_of_nothing_does_not_start() =>
        (await RefusedAsync(
            "Production", $"--Stripe:SecretKey={SecretLive}", $"--Stripe:PublishableKey={PublishableLive}",
            "--Portal:PublicOrigin=https://cards.example", "--Portal:Limits:ReadsPerUser=0"))
        .ShouldContain("ReadsPerUser");

    [Fact]
    public async Task Production_over_plain_HTTP_does_not_start() =>
        (await RefusedAsync(
            "Production", $"--Stripe:SecretKey={SecretLive}", $"--Stripe:PublishableKey={PublishableLive}",
            "--Portal:PublicOrigin=http://cards.example"))
        .ShouldContain("Portal:PublicOrigin must start with https://");

    [Theory]
    [InlineData("Portal:Limits:KeysPerPerson=5", "Portal:Limits:KeysPerPerson is not a known setting")]
    [InlineData("Stripe:SecretKeys=sk_test_1", "Stripe:SecretKeys is not a known setting")]
    [InlineData("Sandbox:Adress=http://127.0.0.1:0", "Sandbox:Adress is not a known setting")]
    public async Task A_setting_that_nothing_reads_stops_start_up(string setting, string problem) =>
        (await RefusedAsync("Development", "--" + setting)).ShouldContain(problem);

    [Fact]
    public async Task One_key_alone_does_not_start_and_is_not_taken_for_sandbox_mode() =>
        (await RefusedAsync("Development", $"--Stripe:PublishableKey={PublishableTest}")).ShouldContain("Stripe:SecretKey must start with");

    [Fact]
    public async Task A_taken_port_is_told_with_the_setting_that_changes_it()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = "http://127.0.0.1:" + ((IPEndPoint)taken.LocalEndpoint).Port;

        (await RefusedAsync("Development", "--Sandbox:Url=" + address)).ShouldContain("Sandbox__Url");
        (await RefusedAsync("Development", "--Sandbox:Url=http://127.0.0.1:0", "--urls=" + address)).ShouldContain("--urls");
    }

    [Fact]
    public async Task With_keys_set_the_page_loads_Stripes_own_script_and_no_sandbox_is_started()
    {
        // Stands for Stripe on the network; the portal knows its address and nothing else of it.
        await using var stripe = await PretendStripe.StartAsync(_folder);
        var fixture = new KeyedPortal(stripe.Origin);
        await fixture.InitializeAsync();
        try
        {
            fixture.Portal.Sandbox.ShouldBeNull();
            await fixture.Portal.App.Services.SendAsSystemAsync(
                new AddPerson("first@example.com", "First Admin", "a long enough password", AccountId.Parse(DemoSeed.Platform),
                    Role.Admin), CancellationToken.None);
            using var admin = fixture.Anyone();
            (await admin.GetAsync("/sign-in")).ShouldNotContain("Or try the sandbox as");
            await admin.SignInAsync("first@example.com", "a long enough password");

            using var response = await admin.Http.GetAsync("/cards/" + DemoSeed.JennyVirtual);
            var page = await response.Content.ReadAsStringAsync();

            page.ShouldContain("data-stripe-js=\"https://js.stripe.com/endive/stripe.js\"");
            page.ShouldContain("Test mode");
            page.ShouldNotContain(">Sandbox<");
            page.ShouldNotContain(stripe.Origin.Authority);
            var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
            policy.ShouldContain("script-src 'self' https://js.stripe.com https://*.js.stripe.com;");
            policy.ShouldContain("frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com");
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("203.0.113.9", HttpStatusCode.TemporaryRedirect)]
    public async Task In_Production_plain_HTTP_is_led_to_https_and_only_a_trusted_proxys_https_is_trusted(string trusted,
        HttpStatusCode expected)
    {
        var logs = new LogCapture();
        // A live portal that Stripe does not answer starts only where its account is known.
        await using (var stripe = await PretendStripe.StartAsync(_folder))
        await using (await Portal.StartAsync(
            ["--environment=Development", $"--contentRoot={_folder}", "--urls=http://127.0.0.1:0",
                .. PretendStripe.Settings(stripe.Origin)],
            builder => builder.Logging.ClearProviders()))
        {
            Execute("UPDATE Installation SET Mode = 'Live'");
        }

        await using var portal = await Portal.StartAsync(
            [
                "--environment=Production", $"--contentRoot={_folder}", "--urls=http://127.0.0.1:0", $"--Stripe:SecretKey={SecretLive}",
                $"--Stripe:PublishableKey={PublishableLive}", "--Stripe:ApiBase=https://127.0.0.1:1",
                    "--Portal:PublicOrigin=https://cards.example",
                "--Portal:TrustedProxies:0=" + trusted,
            ],
            builder => builder.Logging.ClearProviders().AddProvider(logs));
        portal.App.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName.ShouldBe(ConsoleFormatterNames.Json);
        logs.Lines.ShouldContain(
            line => line.Contains("The keys that protect cookies and authenticator apps lie in the database as they are"));
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Origin };
        portal.Sandbox.ShouldBeNull();
        http.DefaultRequestHeaders.Host = "cards.example";

        using var plain = await http.GetAsync(new Uri("/sign-in", UriKind.Relative));
        plain.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);
        plain.Headers.Location!.Scheme.ShouldBe("https");

        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var secure = await http.GetAsync(new Uri("/sign-in", UriKind.Relative));
        secure.StatusCode.ShouldBe(expected);
        if (expected != HttpStatusCode.OK)
            return;
        (await secure.Content.ReadAsStringAsync()).ShouldNotContain("Sandbox");
        secure.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Contains("; secure"));
    }

    [Fact]
    public async Task A_restart_loses_nothing_and_keeps_the_session()
    {
        var fixture = new PortalFixture();
        await fixture.InitializeAsync();
        try
        {
            using var jenny = await fixture.SignedInAsync("jenny@demo.test");
            var cookies = jenny.Cookies;
            await fixture.Portal.DisposeAsync();

            await fixture.StartAsync();

            using var http =
                new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = fixture.Origin };
            http.DefaultRequestHeaders.Add("Cookie", cookies);
            (await http.GetStringAsync(new Uri("/", UriKind.Relative))).ShouldContain(DemoSeed.JennyVirtual);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "App_Data", "cleanissuing.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task<string> RefusedAsync(string environment, params string[] settings) =>
        (await Should.ThrowAsync<StartupException>(async () =>
        {
            await using var portal = await Portal.StartAsync(
                [$"--environment={environment}", $"--contentRoot={_folder}", .. settings],
                (WebApplicationBuilder builder) => builder.Logging.ClearProviders());
        })).Message;

    private sealed class KeyedPortal(Uri stripe) : PortalFixture
    {
        protected override IEnumerable<string> Settings => PretendStripe.Settings(stripe);

        protected override string DatabaseName => "cleanissuing.db";
    }
}
