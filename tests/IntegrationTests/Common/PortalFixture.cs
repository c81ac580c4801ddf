using System.Text.Json.Nodes;
using CleanIssuing.Application.Common;
using CleanIssuing.StripeSandbox;
using CleanIssuing.WebUi.Hosting;
using Microsoft.AspNetCore.Builder;
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

    public Portal Portal { get; private set; } = null!;

    public Sandbox Sandbox => Portal.Sandbox!;

    /// <summary>The clock of both.</summary>
    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    public LogCapture Logs { get; } = new();

    public string DatabasePath => Path.Combine(Folder, "App_Data", DatabaseName);

    protected virtual string DatabaseName => "cleanissuing-sandbox.db";

    /// <summary>The portal under a name that is another site than the sandbox's address.</summary>
    public Uri Origin => new UriBuilder(Portal.Origin) { Host = "localhost" }.Uri;

    /// <summary>Settings beyond those that every test has.</summary>
    protected virtual IEnumerable<string> Settings =>
    [
        "--Portal:Limits:KeysPerUser=100000", "--Portal:Limits:KeysPerAddress=100000",
        "--Portal:Limits:SignInsPerAddress=100000",
        "--Portal:Limits:ChangesPerUser=100000", "--Portal:Limits:ChangesPerAddress=100000",
    ];

    public virtual async Task InitializeAsync()
    {
        await StartAsync();
        await ImportedAsync();
    }

    public virtual async Task DisposeAsync()
    {
        await Portal.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    public async Task StartAsync() => Portal = await Portal.StartAsync(
        [
            "--environment=Development", $"--contentRoot={Folder}", "--urls=http://127.0.0.1:0", "--Sandbox:Url=http://127.0.0.1:0",
            "--Stripe:Timeout=00:00:05", "--Stripe:MaxNetworkRetries=0", .. Settings,
        ],
        Configure);

    public HttpUser Anyone() => new(this);

    public async Task<HttpUser> SignedInAsync(string email)
    {
        var person = Anyone();
        await person.SignInAsync(email);
        return person;
    }

    public IReadOnlyList<AuditLine> Audit(string subject)
    {
        using var connection = new SqliteConnection($"Data Source={DatabasePath};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT Action, ActorName, IpAddress, AccountId, Outcome, Reason, StripeRequestId FROM AuditEntries WHERE Subject = $subject "
            + "ORDER BY Id";
        command.Parameters.AddWithValue("$subject", subject);
        using var reader = command.ExecuteReader();
        var lines = new List<AuditLine>();
        while (reader.Read())
            lines.Add(new AuditLine(Text(0)!, Text(1), Text(2), Text(3), Text(4)!, Text(5), Text(6)));
        return lines;

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }

    /// <summary>Does something to our database behind the portal's back.</summary>
    public void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabasePath}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

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
        ConfigureServices(builder.Services);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Logs);
    }
}
