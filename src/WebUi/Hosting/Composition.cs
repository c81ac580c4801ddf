using System.Net;
using CleanIssuing.Application;
using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.People;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Application.StripeSync.Webhooks;
using CleanIssuing.Infrastructure;
using CleanIssuing.Infrastructure.Identity;
using CleanIssuing.WebUi.Endpoints;
using CleanIssuing.WebUi.Hosting.Workers;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Pages.SpendControls;
using CleanIssuing.WebUi.Resources;
using CleanIssuing.WebUi.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Hosting;

internal static class Composition
{
    /// <summary>At least what any page's form may have.</summary>
    public const int MostFields = 8192;

    // A bulk edit names thousands of cards; nothing that people send is longer.
    private const int LargestForm = 256 * 1024;

    public static WebApplicationBuilder AddPortal(this WebApplicationBuilder builder, PortalMode mode)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddApplication().AddInfrastructure();
        services.AddSingleton(new PortalInfo(mode));
        services.AddOptions<PortalOptions>().BindConfiguration(PortalOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<PortalOptions>, PortalOptionsValidator>();
        services.AddOptions<HttpsRedirectionOptions>()
            .Configure<IOptions<PortalOptions>>((https, portal) => https.HttpsPort = portal.Value.PublicOrigin?.Port);
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<PortalOptions>>((passkeys, portal) =>
        {
            // Identity compares with a header that a relaying attacker controls.
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == (
                portal.Value.PublicOrigin is { } origin
                    ? $"{origin.Scheme}://{origin.IdnHost}{(origin.IsDefaultPort ? "" : ":" + origin.Port)}"
                    : $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host}"));
        });
        services.AddWorkers();
        builder.AddKeyProtection();

        services.AddHttpContextAccessor();
        services.AddSingleton<LivePurchases>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<ICurrentActor>(provider => provider.GetRequiredService<CurrentActor>());

        var cookies = new PortalCookies(builder.MustBeSecure(mode));
        services.AddSingleton(cookies);
        services.AddSingleton<KnownDeviceCookie>();
        services.AddSingleton<PendingSignInCookie>();
        services.AddScoped<SessionCookie>();
        services.TryAddSingleton<IDemoCodes, DemoCodes>();
        services.AddScoped<SessionEvents>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = cookies.Session;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SecurePolicy = cookies.SecurePolicy;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
            // The session itself says when it ends.
            cookie.ExpireTimeSpan = TimeSpan.FromDays(1);
            cookie.SlidingExpiration = false;
            cookie.EventsType = typeof(SessionEvents);
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = "RequestVerificationToken";
            antiforgery.Cookie.Name = cookies.Antiforgery;
            antiforgery.Cookie.SecurePolicy = cookies.SecurePolicy;
            antiforgery.Cookie.Path = "/";
        });
        services.Configure<CookieTempDataProviderOptions>(notices =>
        {
            notices.Cookie.Name = cookies.Notice;
            notices.Cookie.SecurePolicy = cookies.SecurePolicy;
            notices.Cookie.Path = "/";
        });
        if (mode == PortalMode.Sandbox)
            services.Configure<PasswordStrengthOptions>(strength => strength.Exempt = DemoPeople.Password);
        services.AddRateLimits();
        services.AddErrorHandling();
        services.AddWords();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddContentSecurity();
        // The framework refuses strange hosts before anything of the application is asked; that answer has the headers too.
        services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, SecurityHeadersStartupFilter>());
        services.AddAllowedHosts(builder.Environment, mode);
        if (builder.Environment.IsProduction())
            builder.Logging.AddJsonConsole(console =>
            {
                console.IncludeScopes = true;
                console.TimestampFormat = "O";
                console.UseUtcTimestamp = true;
            });
        services.Configure<RouteOptions>(routes =>
        {
            routes.SetParameterPolicy<IdConstraint<AccountId>>("accountId");
            routes.SetParameterPolicy<IdConstraint<CardId>>("cardId");
            routes.SetParameterPolicy<IdConstraint<CardholderId>>("cardholderId");
            routes.SetParameterPolicy<IdConstraint<AuthorizationId>>("authorizationId");
        });
        // Nobody needs to know what serves it.
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestForm;
        });
        services.AddRazorPages(pages =>
                pages.Conventions.ConfigureFilter(new HandlerRequiredFilter()).ConfigureFilter(new InvalidBooleansFilter()))
            // A form that has more is refused when it is read, before anything of it is bound.
            .AddMvcOptions(mvc => mvc.MaxModelBindingCollectionSize = MostFields)
            .AddDataAnnotationsLocalization(words => words.DataAnnotationLocalizerProvider = (_, all) => all.Create(typeof(Messages)));
        return builder;
    }

    public static WebApplication UsePortal(this WebApplication app, PortalMode mode)
    {
        var options = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value;
        if (options.TrustedProxies.Count > 0)
            app.UseForwardedHeaders(ForwardedHeaders(options));
        var isSecure = app.Services.GetRequiredService<PortalCookies>().IsSecure;
        app.UseLastResort();
        app.UseRefusalLog();
        app.KeepNothingInCaches();
        app.UseErrorHandling();
        if (isSecure)
            app.UseHttpsRedirection();

        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.RefuseUnreadableText();
        app.UseAntiforgeryHeader();
        app.MapStaticAssets().AllowAnonymous().WithSecurityHeadersPolicy(ContentSecurity.Files);
        app.MapRazorPages().LimitChanges();
        app.MapSession();
        app.MapStepUp();
        app.MapPasskeys();
        app.MapCards();
        app.MapPurchases();
        app.MapCardDetails();
        app.MapEmbedded();
        app.MapAudit();
        app.MapStripeSync();
        return app;
    }

    private static void AddWords(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddHttpContextAccessor();
        services.AddScoped<PersonTimes>();
        services.AddSingleton<Words>();
        services.AddSingleton<RefusalText>();
        services.AddSingleton<SpendingControlsFormatter>();
        services.AddSingleton<DetailText>();
        services.AddSingleton<PurchaseNewsText>();
        services.AddSingleton<AuditSentences>();
        services.AddSingleton<MoneyInput>();
        services.AddSingleton<ControlsFormReader>();
    }

    private static void AddWorkers(this IServiceCollection services)
    {
        services.AddWorker<WebhookInboxWorker, IInboxSignal>();
        services.AddWorker<BulkEditWorker, IBulkEditSignal>();
        services.AddWorker<ImportWorker, IImportSignal>();
        services.AddHostedService<PlatformConfirmationWorker>();
        services.AddHostedService<BackfillWorker>();
        services.AddHostedService<OperationReconciliationWorker>();
        services.AddHostedService<RetentionWorker>();
        services.AddSingleton<IImpersonatingSender, ImpersonatingSender>();
    }

    /// <summary>Adds a worker that others wake.</summary>
    private static void AddWorker<TWorker, TSignal>(this IServiceCollection services)
        where TWorker : Worker, TSignal
        where TSignal : class
    {
        services.AddSingleton<TWorker>();
        services.AddSingleton<TSignal>(provider => provider.GetRequiredService<TWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<TWorker>());
    }

    // Live keys show live card numbers, whatever the environment is called; and where people come by https, nothing else is right.
    private static bool MustBeSecure(this WebApplicationBuilder builder, PortalMode mode) =>
        builder.Environment.IsProduction() || mode == PortalMode.Live
        || builder.Configuration.GetSection(PortalOptions.Section).GetValue<Uri>(nameof(PortalOptions.PublicOrigin))
            is { IsAbsoluteUri: true, Scheme: "https" };

    private static ForwardedHeadersOptions ForwardedHeaders(PortalOptions options)
    {
        var headers = new ForwardedHeadersOptions
        {
            ForwardedHeaders = Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedFor
                | Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedProto,
        };
        // Loopback is known by default; only what the operator names is trusted.
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var proxy in options.TrustedProxies)
            headers.KnownProxies.Add(IPAddress.Parse(proxy));
        return headers;
    }
}
