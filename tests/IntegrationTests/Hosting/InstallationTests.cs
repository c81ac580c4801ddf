using System.Net;
using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CleanIssuing.IntegrationTests.Hosting;

/// <summary>A database serves one mode of one platform account, and the demo never reaches a portal with keys.</summary>
public sealed class InstallationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cleanissuing-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    private LogCapture? _logs;

    private string SandboxDatabase => Path.Combine(_folder, "App_Data", "cleanissuing-sandbox.db");

    private string KeyedDatabase => Path.Combine(_folder, "App_Data", "cleanissuing.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_demo_sign_ins_do_not_follow_into_a_portal_with_keys()
    {
        await using (await StartAsync("Development"))
        {
            // The README's first command.
        }

        await using var stripe = await PretendStripe.StartAsync(_folder);
        await using var portal = await StartAsync("Development", PretendStripe.Settings(stripe.Origin));
        using var admin = new HttpUser(new UriBuilder(portal.Origin) { Host = "localhost" }.Uri);

        (await admin.SignInAsync("admin@demo.test")).StatusCode.ShouldBe(HttpStatusCode.OK, "the form again");
    }

    [Fact]
    public async Task A_sandbox_database_is_refused_with_keys_and_told_why()
    {
        await using (await StartAsync("Development", "--Database:Path=shared.db"))
        {
            // The operator has set the path.
        }

        await using var stripe = await PretendStripe.StartAsync(_folder);
        var message = await RefusedAsync("Development", ["--Database:Path=shared.db", .. PretendStripe.Settings(stripe.Origin)]);

        message.ShouldContain("sandbox mode");
        message.ShouldContain("test mode");
        message.ShouldContain("Database:Path");
    }

    [Theory]
    [InlineData(true, "demo sign-ins")]
    [InlineData(false, "made by an earlier version")]
    public async Task A_database_of_an_earlier_version_is_refused_with_keys_and_both_ways_out_are_told(bool holdsDemo, string told)
    {
        WriteEarlierDatabase(KeyedDatabase, holdsDemo);
        await using var stripe = await PretendStripe.StartAsync(_folder);

        var message = await RefusedAsync("Development", PretendStripe.Settings(stripe.Origin));

        message.ShouldContain(told);
        message.ShouldContain("start with a new file");
        message.ShouldContain(", or ");
        Read(KeyedDatabase, "SELECT COUNT(*) FROM __EFMigrationsHistory").ShouldBe("1", "it was not touched");
    }

    [Fact]
    public async Task The_sandbox_moves_a_database_of_an_earlier_version_aside()
    {
        var path = Path.Combine(_folder, "App_Data", "cleanissuing-sandbox.db");
        WriteEarlierDatabase(path, holdsDemo: true);

        await using var portal = await StartAsync("Development");

        Read(path, "SELECT Mode FROM Installation").ShouldBe("Sandbox");
        Directory.GetFiles(Path.Combine(_folder, "App_Data"), "*.old").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_sandbox_leaves_a_database_of_an_earlier_version_that_is_no_demo_where_it_is()
    {
        var path = Path.Combine(_folder, "App_Data", "cleanissuing-sandbox.db");
        WriteEarlierDatabase(path, holdsDemo: false);

        (await RefusedAsync("Development")).ShouldContain("made by an earlier version");

        Directory.GetFiles(Path.Combine(_folder, "App_Data"), "*.old").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_database_of_another_mode_is_refused_before_it_is_brought_up_to_date()
    {
        await using var stripe = await PretendStripe.StartAsync(_folder);
        await using (await StartAsync("Development", PretendStripe.Settings(stripe.Origin)))
        {
            // A portal with keys has made it.
        }

        Execute(KeyedDatabase, "DELETE FROM __EFMigrationsHistory WHERE MigrationId NOT LIKE '%_Initial'");
        (await RefusedAsync("Development", "--Database:Path=" + KeyedDatabase)).ShouldContain("test mode");

        Read(KeyedDatabase, "SELECT COUNT(*) FROM __EFMigrationsHistory").ShouldBe("1", "it was not touched");
    }

    [Fact]
    public async Task Where_people_come_by_https_cookies_are_held_to_the_host_in_every_environment()
    {
        await using var stripe = await PretendStripe.StartAsync(_folder);
        await using var portal = await StartAsync("Development",
        [
            .. PretendStripe.Settings(stripe.Origin), "--Portal:PublicOrigin=https://cards.example", "--Portal:TrustedProxies:0=127.0.0.1",
        ]);
        using var http = new HttpClient { BaseAddress = portal.Origin };
        http.DefaultRequestHeaders.Host = "cards.example";
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var page = await http.GetAsync(new Uri("/sign-in", UriKind.Relative));

        page.Headers.GetValues("Strict-Transport-Security").ShouldHaveSingleItem();
        page.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.StartsWith("__Host-") && cookie.Contains("; secure"));
        using var refused = await http.PostAsync(new Uri("/webhooks/stripe", UriKind.Relative), null);
        ((int)refused.StatusCode).ShouldBeInRange(400, 499);
        refused.Headers.GetValues("Strict-Transport-Security").ShouldHaveSingleItem("a refusal has it too");
        http.DefaultRequestHeaders.Host = "evil.test";
        using var strange = await http.GetAsync(new Uri("/sign-in", UriKind.Relative));
        strange.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_bare_500_answers_when_even_the_error_page_fails()
    {
        await using var portal = await StartAsync("Development");
        using var jenny = new HttpUser(portal.Origin);
        await jenny.SignInAsync("jenny@demo.test");
        Execute(SandboxDatabase, "DROP TABLE UserSessions");

        using var failed = await jenny.Http.GetAsync(new Uri("/", UriKind.Relative));

        failed.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await failed.Content.ReadAsStringAsync()).ShouldBeEmpty();
        failed.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
    }

    [Fact]
    public async Task What_others_could_read_is_kept_to_the_portal_at_start_with_a_line()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using (await StartAsync("Development"))
        {
            // Makes the database.
        }

        File.SetUnixFileMode(SandboxDatabase, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        _logs = new LogCapture();
        await using var portal = await StartAsync("Development");

        File.GetUnixFileMode(SandboxDatabase).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _logs.Lines.ShouldContain(line => line.Contains("Others on this machine could read " + SandboxDatabase));
    }

    [Fact]
    public async Task The_sandboxs_own_file_is_kept_to_the_account_that_runs_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var portal = await StartAsync("Development");

        var file = Path.Combine(_folder, "App_Data", "stripe-sandbox.db");
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(file + "-wal").ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Keys_of_another_platform_account_are_refused()
    {
        await using var stripe = await PretendStripe.StartAsync(_folder);
        await using (await StartAsync("Development", PretendStripe.Settings(stripe.Origin)))
        {
            // Its account is recorded.
        }

        Execute(KeyedDatabase, "UPDATE Installation SET Platform = 'acct_1Other'");
        var message = await RefusedAsync("Development", PretendStripe.Settings(stripe.Origin));

        message.ShouldContain("acct_1Other");
        message.ShouldContain(DemoSeed.Platform);
    }

    [Fact]
    public async Task A_new_database_does_not_start_while_Stripe_does_not_say_whose_keys_these_are()
    {
        await using var stripe = await PretendStripe.StartAsync(_folder);
        stripe.Faults.Add(new Fault(FaultKind.ServerError, "/v1/account"));

        (await RefusedAsync("Development", PretendStripe.Settings(stripe.Origin))).ShouldContain("whose keys these are");
    }

    [Fact]
    public async Task With_a_known_account_it_starts_without_Stripe_but_changes_nothing_and_accepts_no_event_until_confirmed()
    {
        await using var stripe = await PretendStripe.StartAsync(_folder);
        await using (await StartAsync("Development", PretendStripe.Settings(stripe.Origin)))
        {
            // Its account is recorded.
        }

        stripe.Faults.Add(new Fault(FaultKind.ServerError, "/v1/account"));
        await using var portal =
            await StartAsync("Development", [.. PretendStripe.Settings(stripe.Origin), "--Stripe:WebhookSecrets:0=whsec_pretend_one"]);
        using var anyone = new HttpUser(new UriBuilder(portal.Origin) { Host = "localhost" }.Uri);

        (await anyone.GetAsync("/sign-in")).ShouldContain("could not confirm its Stripe account");
        (await SendEventAsync(portal)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        var refused = await Should.ThrowAsync<StripeUnavailableException>(() => WriteAsync(portal));
        refused.Reason.ShouldBe(RefusalReason.PlatformUnconfirmed);

        stripe.Faults.Clear();
        var confirmation = portal.App.Services.GetRequiredService<PlatformConfirmation>();
        await UntilAsync(() => confirmation.IsConfirmed);
        (await SendEventAsync(portal)).ShouldBe(HttpStatusCode.OK);
        (await anyone.GetAsync("/sign-in")).ShouldNotContain("could not confirm");
    }

    [Fact]
    public async Task A_portal_that_learns_late_that_its_keys_are_another_accounts_stops()
    {
        await using var stripe = await PretendStripe.StartAsync(_folder);
        await using (await StartAsync("Development", PretendStripe.Settings(stripe.Origin)))
        {
            // Its account is recorded.
        }

        stripe.Faults.Add(new Fault(FaultKind.ServerError, "/v1/account"));
        Execute(KeyedDatabase, "UPDATE Installation SET Platform = 'acct_1Other'");
        await using var portal = await StartAsync("Development", PretendStripe.Settings(stripe.Origin));
        var stopping = portal.App.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

        stripe.Faults.Clear();
        await UntilAsync(() => stopping.IsCancellationRequested);
        Environment.ExitCode = 0;
    }

    [Fact]
    public async Task There_is_no_second_platform_account()
    {
        await using var portal = await StartAsync("Development");
        var path = Path.Combine(_folder, "App_Data", "cleanissuing-sandbox.db");
        await UntilAsync(() => Read(path, "SELECT COUNT(*) FROM Accounts WHERE Kind = 'Platform'") == "1");

        Should.Throw<SqliteException>(() => Execute(
            path, "INSERT INTO Accounts (Id, Name, Kind, CollectsRequirements) VALUES ('acct_1Second', 'Second', 'Platform', 0)"));
    }

    [Theory]
    [InlineData("Staging")]
    [InlineData("Production")]
    public async Task The_sandbox_starts_only_in_Development(string environment)
    {
        (await RefusedAsync(environment)).ShouldContain("Stripe:SecretKey, Stripe:PublishableKey, Portal:PublicOrigin");
        Directory.Exists(Path.Combine(_folder, "App_Data")).ShouldBeFalse("nothing was touched");
    }

    [Fact]
    public async Task The_sandbox_listens_on_loopback_only() =>
        (await RefusedAsync("Development", "--Sandbox:Url=http://0.0.0.0:0")).ShouldContain("loopback only");

    [Theory]
    [InlineData("http://*:5297")]
    [InlineData("127.0.0.1:5297")]
    public async Task What_is_no_address_of_the_sandbox_is_told(string url) =>
        (await RefusedAsync("Development", "--Sandbox:Url=" + url)).ShouldContain("Sandbox:Url is " + url);

    [Theory]
    [InlineData("Development", "SecretKey", Sandbox.SecretKey)]
    [InlineData("Development", "PublishableKey", Sandbox.PublishableKey)]
    [InlineData("Production", "SecretKey", Sandbox.SecretKey)]
    [InlineData("Production", "WebhookSecrets:0", Sandbox.WebhookSecret)]
    [InlineData("Staging", "ConnectWebhookSecrets:0", Sandbox.ConnectWebhookSecret)]
    public async Task The_sandboxs_public_constants_are_nobodys_keys(string environment, string name, string value)
    {
        var message = await RefusedAsync(environment, $"--Stripe:{name}={value}");

        message.ShouldContain("Stripe:" + name);
        message.ShouldContain("constant of the embedded Stripe sandbox");
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Staging")]
    public async Task Live_keys_mean_https_whatever_the_environment_is_called(string environment)
    {
        var secret = "sk_live_" + new string('a', 24);
        string[
] live = [$"--Stripe:SecretKey={secret}", "--Stripe:PublishableKey=pk_live_"
            + new string('a', 24), "--Stripe:ApiBase=https://127.0.0.1:1"];
        (await RefusedAsync(environment, [.. live, "--Portal:PublicOrigin=http://cards.example"])).ShouldContain("https://");

        await using (var stripe = await PretendStripe.StartAsync(_folder))
        await using (await StartAsync("Development", PretendStripe.Settings(stripe.Origin)))
        {
            // Makes the database, which then is told to be a live one.
        }

        Execute(KeyedDatabase, "UPDATE Installation SET Mode = 'Live'");
        await using var portal =
            await StartAsync(environment, [.. live, "--Portal:PublicOrigin=https://cards.example", "--Portal:TrustedProxies:0=127.0.0.1"]);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Origin };
        http.DefaultRequestHeaders.Host = "cards.example";

        using var plain = await http.GetAsync(new Uri("/sign-in", UriKind.Relative));
        plain.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var secure = await http.GetAsync(new Uri("/sign-in", UriKind.Relative));
        secure.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000; includeSubDomains"]);
        secure.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.StartsWith("__Host-") && cookie.Contains("; secure"));
        secure.Headers.Contains("Server").ShouldBeFalse();
    }

    private static void WriteEarlierDatabase(string path, bool holdsDemo)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Execute(path, """
            CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsHistory" VALUES ('20261123195121_Initial', '10.0.15');
            CREATE TABLE "AspNetUsers" ("Id" TEXT NOT NULL PRIMARY KEY, "NormalizedEmail" TEXT);
            CREATE TABLE "Accounts" ("Id" TEXT NOT NULL PRIMARY KEY, "Name" TEXT NOT NULL, "Kind" TEXT NOT NULL);
            """);
        if (holdsDemo)
            Execute(path, """INSERT INTO "AspNetUsers" VALUES ('1', 'ADMIN@DEMO.TEST')""");
        SqliteConnection.ClearAllPools();
    }

    private static async Task WriteAsync(Portal portal)
    {
        await using var scope = portal.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Application.Cards.ICardGateway>().SetStatusAsync(
            CardId.Parse(DemoSeed.JennyVirtual), Domain.Cards.CardStatus.Inactive, null, AccountId.Parse(DemoSeed.Platform),
            null, "key", CancellationToken.None);
    }

    private async Task<HttpStatusCode> SendEventAsync(Portal portal)
    {
        var created = _time.GetUtcNow().ToUnixTimeSeconds();
        var body = $$"""
            {"id":"evt_1Confirm","object":"event","type":"issuing_card.updated","created":{{created}},"livemode":false,"data":{} }
            """;
        using var http = new HttpClient { BaseAddress = portal.Origin };
        using var content = new StringContent(body);
        content.Headers.Add("Stripe-Signature", Webhooks.Sign(body, "whsec_pretend_one", _time.GetUtcNow()));
        using var answer = await http.PostAsync(new Uri("/webhooks/stripe", UriKind.Relative), content);
        return answer.StatusCode;
    }

    private async Task UntilAsync(Func<bool> isSo)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < deadline; await Task.Delay(20))
        {
            if (isSo())
                return;
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        throw new TimeoutException();
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string? Read(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }

    private Task<Portal> StartAsync(string environment, params string[] settings) => Portal.StartAsync(
        [
            $"--environment={environment}", $"--contentRoot={_folder}", "--urls=http://127.0.0.1:0",
            "--Stripe:Timeout=00:00:05", "--Stripe:MaxNetworkRetries=0",
            .. settings.Any(s => s.StartsWith("--Sandbox:Url") || s.StartsWith("--Stripe")) ? []
                : new[] { "--Sandbox:Url=http://127.0.0.1:0" }, .. settings,
        ],
        builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(_time);
            builder.Logging.ClearProviders();
            if (_logs is not null)
                builder.Logging.AddProvider(_logs);
        });

    private async Task<string> RefusedAsync(string environment, params string[] settings) =>
        (await Should.ThrowAsync<StartupException>(async () => await (await StartAsync(environment, settings)).DisposeAsync())).Message;
}
