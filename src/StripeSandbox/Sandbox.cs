using CleanIssuing.StripeSandbox.Api;
using CleanIssuing.StripeSandbox.Browser;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.Inspection;
using CleanIssuing.StripeSandbox.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.StripeSandbox;

/// <summary>
/// A stand-in for Stripe on an origin of its own: the API, Stripe.js, and the frames that card data is shown in. It keeps its
/// state in a file, so that a restart loses nothing.
/// </summary>
public sealed class Sandbox : IAsyncDisposable
{
    /// <summary>The secret key that the API takes.</summary>
    public const string SecretKey = "sk_test_cleanissuing_sandbox";

    /// <summary>The publishable key that Stripe.js takes.</summary>
    public const string PublishableKey = "pk_test_cleanissuing_sandbox";

    /// <summary>What events of the platform's own account are signed with.</summary>
    public const string WebhookSecret = "whsec_cleanissuing_sandbox";

    /// <summary>What events of connected accounts are signed with.</summary>
    public const string ConnectWebhookSecret = "whsec_cleanissuing_sandbox_connect";

    private readonly WebApplication _app;
    private readonly ObjectStore _store;

    private Sandbox(WebApplication app, SandboxOptions options, ObjectStore store, Faults faults, Webhooks webhooks)
    {
        Options = options;
        _app = app;
        _store = store;
        Faults = faults;
        Webhooks = webhooks;
    }

    /// <summary>Where it is, once started.</summary>
    public Uri Origin => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Where the browser loads Stripe.js from.</summary>
    public Uri StripeJsUrl => new(Origin, "endive/stripe.js");

    /// <summary>Where the browser loads Connect.js from.</summary>
    public Uri ConnectJsUrl => new(Origin, "v1.0/connect.js");

    /// <summary>How it was started; what it refuses can be changed while it runs.</summary>
    public SandboxOptions Options { get; }

    public Faults Faults { get; }

    /// <summary>The events, and where they are sent.</summary>
    public Webhooks Webhooks { get; }

    /// <summary>Starts it, with the demo data where its file is new.</summary>
    /// <exception cref="IOException">The address is taken.</exception>
    public static async Task<Sandbox> StartAsync(SandboxOptions options, TimeProvider time, CancellationToken cancellationToken = default)
    {
        var store = new ObjectStore(options.DatabasePath);
        DemoSeed.Plant(store, time.GetUtcNow());
        PurchaseSeed.Plant(store, time.GetUtcNow());
        LargeSeed.Plant(store, time.GetUtcNow(), options.SeedCards, options.SeedAuthorizations);

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Url.GetLeftPart(UriPartial.Authority));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // Only its own code decides where it listens, not the application's configuration.
        builder.WebHost.UseSetting(WebHostDefaults.PreferHostingUrlsKey, "true");

        // A page of another site must not reach it under a name of its own.
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        builder.Services.AddSingleton(options);
        var app = builder.Build();
        app.UseHostFiltering();
        var faults = new Faults(time);
        var access = new CardDataAccess(store, time, options.LiveBehavior);
        var webhooks = new Webhooks(store, time, options);
        var requests = new RequestLog();
        app.MapStripeApi(store, faults, webhooks, requests, time);
        app.MapInspection(requests);
        app.MapFaultInjection(store, faults);
        app.MapBrowser(access, new ConnectAccess(store, faults, webhooks, time));
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await webhooks.DisposeAsync();
            await app.DisposeAsync();
            store.Dispose();
            throw;
        }

        return new Sandbox(app, options, store, faults, webhooks);
    }

    /// <summary>Changes a setting of an account that only Stripe Support can change.</summary>
    public void AllowPhysicalCardDetails(string account, bool allowed) =>
        FaultEndpoints.AllowPhysicalCardDetails(_store, account, allowed);

    public async ValueTask DisposeAsync()
    {
        await Webhooks.DisposeAsync();
        await _app.DisposeAsync();
        _store.Dispose();
    }
}
