using System.Data.Common;
using System.Text.Json.Nodes;
using CleanIssuing.Application.Common;
using CleanIssuing.StripeSandbox;
using CleanIssuing.WebUi.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CleanIssuing.IntegrationTests.Common;

/// <summary>The real portal over real HTTP, against the real sandbox, on databases of its own in a folder of its own.</summary>
public class PortalFixture : IAsyncLifetime
{
    /// <summary>Where the portal keeps its data.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("cleanissuing-").FullName;

    public Portal Portal
    {
        get
        {
            Skip.If(_missing is not null, _missing);
            return _portal!;
        }
    }

    public Sandbox Sandbox => Portal.Sandbox!;

    /// <summary>The portal's clock.</summary>
    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    /// <summary>Stripe's clock: the same, unless they are to differ.</summary>
    public virtual FakeTimeProvider StripeTime => Time;

    public LogCapture Logs { get; } = new();

    public string DatabasePath => Path.Combine(Folder, "App_Data", DatabaseName);

    protected virtual string DatabaseName => "cleanissuing-sandbox.db";

    /// <summary>Whether the portal keeps its data in PostgreSQL instead of a file.</summary>
    protected virtual bool UsesPostgres => false;

    internal TestDatabase Database => _postgres is null ? TestDatabase.Sqlite(DatabasePath) : TestDatabase.Postgres(_postgres);

    private string? _postgres;
    private string? _missing;
    private Portal? _portal;

    /// <summary>The portal under a name that is another site than the sandbox's address.</summary>
    public Uri Origin => new UriBuilder(Portal.Origin) { Host = "localhost" }.Uri;

    /// <summary>Settings beyond those that every test has.</summary>
    protected virtual IEnumerable<string> Settings =>
    [
        "--Portal:Limits:KeysPerUser=100000", "--Portal:Limits:KeysPerAddress=100000",
        "--Portal:Limits:SignInsPerAddress=100000", "--Portal:Limits:ReadsPerUser=100000", "--Portal:Limits:ExportsPerUser=100000",
        "--Portal:Limits:ChangesPerUser=100000", "--Portal:Limits:ChangesPerAddress=100000",
    ];

    public virtual async Task InitializeAsync()
    {
        if (await TryStartAsync())
            await ImportedAsync();
    }

    /// <returns>Whether it could be started; where something is missing on this machine, each test says what.</returns>
    protected async Task<bool> TryStartAsync()
    {
        try
        {
            await StartAsync();
            return true;
        }
        catch (SkipException skip)
        {
            _missing = skip.Message;
            return false;
        }
    }

    public virtual async Task DisposeAsync()
    {
        // Where PostgreSQL is missing, nothing was started.
        if (_portal is not null)
            await _portal.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    public async Task StartAsync()
    {
        if (UsesPostgres)
            _postgres ??= await PostgresCluster.CreateDatabaseAsync();
        _portal = await WebUi.Hosting.Portal.StartAsync(
        [
            "--environment=Development", $"--contentRoot={Folder}", "--urls=http://127.0.0.1:0", "--Sandbox:Url=http://127.0.0.1:0",
            "--Stripe:Timeout=00:00:05", "--Stripe:MaxNetworkRetries=0", $"--Portal:Sessions:Idle={SessionIdle}",
            "--Portal:Sessions:Absolute=1.00:00:00", .. DatabaseSettings, .. Settings,
        ],
        Configure);
    }

    /// <summary>Long, for most tests move the clock for reasons of their own.</summary>
    protected virtual TimeSpan SessionIdle => TimeSpan.FromHours(12);

    private IEnumerable<string> DatabaseSettings =>
        _postgres is null ? [] : ["--Database:Provider=Postgres", "--Database:ConnectionString=" + _postgres];

    public HttpUser Anyone() => new(this);

    public async Task<HttpUser> SignedInAsync(string email)
    {
        var person = Anyone();
        await person.SignInAsync(email);
        return person;
    }

    public IReadOnlyList<AuditLine> Audit(string subject)
    {
        return Database.Rows(
            "SELECT Action, ActorName, IpAddress, AccountId, Outcome, Reason, StripeRequestId FROM AuditEntries "
                + $"WHERE Subject = '{subject}' ORDER BY Id",
            row => new AuditLine(Text(row, 0)!, Text(row, 1), Text(row, 2), Text(row, 3), Text(row, 4)!, Text(row, 5), Text(row, 6)));

        static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }

    /// <summary>Does something to our database behind the portal's back.</summary>
    public void Execute(string sql) => Database.Execute(sql);

    /// <summary>A nonce, made as Stripe.js makes it.</summary>
    public async Task<string> NonceAsync(string card, string? account = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Sandbox.Origin, "/browser/nonces"));
        request.Headers.Authorization = new("Bearer", StripeSandbox.Sandbox.PublishableKey);
        request.Content = new StringContent(new JsonObject { ["issuing_card"] = card, ["account"] = account }.ToJsonString());
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["nonce"]!.GetValue<string>();
    }

    /// <summary>Waits until something is logged.</summary>
    public async Task LoggedAsync(string text)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < deadline; await Task.Delay(20))
        {
            if (Logs.Lines.Any(line => line.Contains(text)))
                return;
        }

        throw new TimeoutException("This was not logged: " + text);
    }

    /// <summary>Waits for the first import.</summary>
    public async Task ImportedAsync()
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < deadline; await Task.Delay(20))
        {
            await using var scope = Portal.App.Services.CreateAsyncScope();
            if ((await scope.ServiceProvider.GetRequiredService<IImportStatus>().GetProgressAsync(CancellationToken.None)).Finished)
                return;
        }

        throw new TimeoutException("The import did not finish: "
            + string.Join('\n', Logs.Lines.Where(line => line.StartsWith("Warning") || line.StartsWith("Error"))));
    }

    /// <summary>Adds services beyond those of the portal.</summary>
    protected virtual void ConfigureServices(IServiceCollection services)
    {
    }

    private void Configure(WebApplicationBuilder builder)
    {
        // Hashing is slow on purpose, and hundreds of sign-ins are not what most tests are about.
        builder.Services.PostConfigure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);
        ConfigureServices(builder.Services);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddKeyedSingleton<TimeProvider>(Portal.StripeClockKey, StripeTime);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Logs);
    }
}
