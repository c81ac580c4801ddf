using System.Net.Sockets;
using CleanIssuing.Application.Accounts;
using CleanIssuing.StripeSandbox;
using CleanIssuing.WebUi.Endpoints;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>The running portal: the application, and the sandbox where no Stripe keys are set.</summary>
public sealed class Portal : IAsyncDisposable
{
    /// <summary>The key of the service that is the sandbox's clock, where it is not the portal's.</summary>
    public const string StripeClockKey = "Stripe";

    private Portal(WebApplication app, Sandbox? sandbox)
    {
        App = app;
        Sandbox = sandbox;
    }

    public WebApplication App { get; }

    /// <summary>The sandbox; none when Stripe keys are set.</summary>
    public Sandbox? Sandbox { get; }

    /// <summary>Where the application answers.</summary>
    public Uri Origin => new(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <exception cref="StartupException">A setting is wrong or missing; the message says which.</exception>
    public static async Task<Portal> StartAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var portal = await BuildAsync(args, configure);
        try
        {
            await portal.App.StartAsync();
            portal.Sandbox?.Webhooks.SendTo(new Uri(portal.Origin, StripeSyncEndpoints.WebhookPath));
            return portal;
        }
        catch (Exception problem)
        {
            await portal.DisposeAsync();
            throw Explained(problem);
        }
    }

    /// <summary>Builds it, database included, without serving anything yet.</summary>
    public static async Task<Portal> BuildAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Portal).Assembly.GetName().Name,
        });
        configure?.Invoke(builder);
        UnknownSettings.Refuse(builder.Configuration);
        var mode = ModeGuard.Decide(builder.Configuration, builder.Environment);

        var sandbox = mode == PortalMode.Sandbox ? await StartSandboxAsync(builder) : null;
        try
        {
            var app = builder.AddPortal(mode).Build().UsePortal(mode);
            // Wrong settings are told before anything is touched.
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            app.WarnOfPlainKeys();
            await InstallationGuard.PrepareDatabaseAsync(app, mode);
            await InstallationGuard.ConfirmPlatformAsync(app, mode);
            if (sandbox is not null)
            {
                await DemoPeople.AddAsync(app.Services);
                await DemoSettings.AddAsync(app.Services);
            }

            return new Portal(app, sandbox);
        }
        catch (Exception problem)
        {
            if (sandbox is not null)
                await sandbox.DisposeAsync();
            throw Explained(problem);
        }
    }

    /// <summary>Brings the database up to date, without Stripe and without serving anything.</summary>
    /// <returns>Which database it is.</returns>
    public static async Task<string> MigrateDatabaseAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ApplicationName = typeof(Portal).Assembly.GetName().Name });
        try
        {
            UnknownSettings.Refuse(builder.Configuration);
            var mode = ModeGuard.Decide(builder.Configuration, builder.Environment);
            if (mode == PortalMode.Sandbox)
                UseSandboxDatabase(builder.Configuration);
            await using var app = builder.AddPortal(mode).Build();
            return await InstallationGuard.MigrateDatabaseAsync(app, mode);
        }
        catch (Exception problem)
        {
            throw Explained(problem);
        }
    }

    /// <summary>Tells what is missing of what the portal needs of Stripe, without touching the database or changing anything.</summary>
    /// <returns>Whether the portal can be used.</returns>
    public static async Task<bool> CheckSetupAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ApplicationName = typeof(Portal).Assembly.GetName().Name });
        // What goes wrong on the way is told by the report.
        builder.Logging.ClearProviders();
        Sandbox? sandbox = null;
        try
        {
            UnknownSettings.Refuse(builder.Configuration);
            var mode = ModeGuard.Decide(builder.Configuration, builder.Environment);
            if (mode == PortalMode.Sandbox)
            {
                // A sandbox of its own port: the portal may be running.
                builder.Configuration["Sandbox:Url"] = "http://127.0.0.1:0";
                sandbox = await StartSandboxAsync(builder);
            }

            await using var app = builder.AddPortal(mode).Build();
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            return await SetupReport.WriteAsync(app.Services, mode, output, cancellationToken);
        }
        catch (Exception problem)
        {
            throw Explained(problem);
        }
        finally
        {
            if (sandbox is not null)
                await sandbox.DisposeAsync();
        }
    }

    /// <summary>Waits until it is told to stop.</summary>
    public Task WaitForShutdownAsync() => App.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        if (Sandbox is not null)
            await Sandbox.DisposeAsync();
    }

    private static async Task<Sandbox> StartSandboxAsync(WebApplicationBuilder builder)
    {
        // Stripe's clock is not ours; a test may let them differ.
        var time = (TimeProvider?)builder.Services
            .LastOrDefault(s => s.ServiceType == typeof(TimeProvider) && s.ServiceKey is StripeClockKey)?.KeyedImplementationInstance
            ?? (TimeProvider?)builder.Services
                .LastOrDefault(s => s.ServiceType == typeof(TimeProvider) && !s.IsKeyedService)?.ImplementationInstance;
        var section = builder.Configuration.GetSection("Sandbox");
        var options = new SandboxOptions
        {
            Url = section.GetValue("Url", new Uri("http://127.0.0.1:5081"))!,
            DatabasePath =
                Path.Combine(builder.Environment.ContentRootPath, section.GetValue("DatabasePath", "App_Data/stripe-sandbox.db")!),
            LiveBehavior = section.GetValue("LiveBehavior", false),
            RefusesClearedCategories = section.GetValue("RefusesClearedCategories", false),
            RefusesClearedLimits = section.GetValue("RefusesClearedLimits", false),
            RefusesSwitchWithoutName = section.GetValue("RefusesSwitchWithoutName", false),
            RefusesSwitchInOneUpdate = section.GetValue("RefusesSwitchInOneUpdate", false),
            AnyCurrency = section.GetValue("AnyCurrency", false),
            SeedCards = section.GetValue("Seed:Cards", 0),
            SeedAuthorizations = section.GetValue("Seed:Authorizations", 0),
        };
        try
        {
            var sandbox = await Sandbox.StartAsync(options, time ?? TimeProvider.System);
            UseSandboxDatabase(builder.Configuration);
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Stripe:SecretKey"] = Sandbox.SecretKey,
                ["Stripe:PublishableKey"] = Sandbox.PublishableKey,
                ["Stripe:ApiBase"] = sandbox.Origin.ToString(),
                ["Stripe:StripeJsUrl"] = sandbox.StripeJsUrl.ToString(),
                ["Stripe:ConnectJsUrl"] = sandbox.ConnectJsUrl.ToString(),
                ["Stripe:WebhookSecrets:0"] = Sandbox.WebhookSecret,
                ["Stripe:ConnectWebhookSecrets:0"] = Sandbox.ConnectWebhookSecret,
            });
            return sandbox;
        }
        catch (IOException)
        {
            throw new StartupException(
                $"The Stripe sandbox cannot listen on {options.Url}: the address is taken. Stop what uses it, or choose another with "
                + "Sandbox__Url, for example Sandbox__Url=http://127.0.0.1:5091.");
        }
    }

    /// <summary>A database of its own, so that no demo sign-in ever stands beside a real one.</summary>
    private static void UseSandboxDatabase(ConfigurationManager configuration)
    {
        if (configuration["Database:Path"] is null && configuration["Database:ConnectionString"] is null)
            configuration["Database:Path"] = "App_Data/cleanissuing-sandbox.db";
    }

    private static StartupException Explained(IEnumerable<OptionsValidationException> problems) => new(
        "CleanIssuing does not start with these settings:"
        + string.Concat(problems.SelectMany(p => p.Failures).Select(failure => "\n  - " + failure)));

    private static Exception Explained(Exception problem) => problem switch
    {
        OptionsValidationException options => Explained([options]),
        AggregateException { InnerExceptions: var several } when several.All(e => e is OptionsValidationException) =>
            Explained(several.Cast<OptionsValidationException>()),
        IOException { InnerException: SocketException or Microsoft.AspNetCore.Connections.AddressInUseException } taken =>
            new StartupException(
            taken.Message + " Stop what uses it, or choose another with --urls, for example --urls http://localhost:5090."),
        _ => problem,
    };
}
