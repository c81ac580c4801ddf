using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.CardDetails;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.Embedded;
using CleanIssuing.Application.People;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Infrastructure.CardDetails;
using CleanIssuing.Infrastructure.Embedded;
using CleanIssuing.Infrastructure.People;
using CleanIssuing.Infrastructure.Persistence;
using CleanIssuing.Infrastructure.Persistence.Stores;
using CleanIssuing.Infrastructure.Stripe;
using CleanIssuing.Infrastructure.Stripe.Accounts;
using CleanIssuing.Infrastructure.Stripe.Authorizations;
using CleanIssuing.Infrastructure.Stripe.CardDetails;
using CleanIssuing.Infrastructure.Stripe.Cards;
using CleanIssuing.Infrastructure.Stripe.Embedded;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.FeatureManagement;

namespace CleanIssuing.Infrastructure;

/// <summary>Registers the gateways to Stripe, the database and the people in it.</summary>
public static class DependencyInjection
{
    /// <summary>Adds what Application's ports are served by.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services) =>
        services.AddStripe().AddPersistence().AddPeople();

    private static IServiceCollection AddStripe(this IServiceCollection services)
    {
        services.AddOptions<StripeOptions>().BindConfiguration(StripeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<StripeOptions>, StripeOptionsValidator>();
        services.AddStripeClient();
        services.AddSingleton<IEphemeralKeyGateway, EphemeralKeyGateway>();
        services.AddSingleton<IIssuingCatalog, IssuingCatalog>();
        services.AddSingleton<IPlatformAccountReader, PlatformAccountReader>();
        services.AddSingleton<ICardGateway, CardGateway>();
        services.AddSingleton<ITestPurchases, TestPurchases>();
        services.AddSingleton<IEventReader, EventReader>();
        services.AddSingleton<IEventLog, EventLog>();
        services.AddSingleton<IAccountSessionGateway, AccountSessionGateway>();
        services.AddOptions<EmbeddedOptions>().BindConfiguration(EmbeddedOptions.Section);
        services.AddSingleton<IEmbeddedSettings, EmbeddedSettingsReader>();

        services.AddFeatureManagement().AddFeatureFilter<AccountsFilter>();
        services.AddSingleton<IPhysicalCardDetailsFeature, PhysicalCardDetailsFeature>();
        return services;
    }

    private static IServiceCollection AddPersistence(this IServiceCollection services)
    {
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddPooledDbContextFactory<IssuingDbContext>((provider, db) =>
        {
            var root = provider.GetRequiredService<IHostEnvironment>().ContentRootPath;
            var path = Path.Combine(root, provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            db.UseSqlite(new SqliteConnectionStringBuilder { DataSource = path }.ToString())
                .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        });
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<IssuingDbContext>>().CreateDbContext());
        services.AddScoped(provider => new Database(provider.GetRequiredService<IssuingDbContext>()));
        services.AddScoped<IInstallationStore, InstallationStore>();
        services.AddScoped<ICardReader, CardReader>();
        services.AddScoped<IImportStore, ImportStore>();
        services.AddScoped<CardSearch>();
        services.AddScoped<ICardSearch>(provider => provider.GetRequiredService<CardSearch>());
        services.AddScoped<ICardholderReader>(provider => provider.GetRequiredService<CardSearch>());
        services.AddScoped<Copies>();
        services.AddScoped<ICardCopies>(provider => provider.GetRequiredService<Copies>());
        services.AddScoped<IPurchaseCopies>(provider => provider.GetRequiredService<Copies>());
        services.AddScoped<IPurchaseReader, PurchaseReader>();
        services.AddScoped<IControlHistory, ControlHistory>();
        services.AddScoped<ITemplateStore, TemplateStore>();
        services.AddScoped<IBulkEditStore, BulkEditStore>();
        services.AddScoped<IEventInbox, EventInbox>();
        services.AddScoped<IAccountReader, AccountReader>();
        services.AddScoped<IAuditReader, AuditReader>();
        services.AddScoped<IAuditNotes, AuditNotes>();
        services.AddScoped<IOpenedComponents, OpenedComponentsStore>();
        services.AddScoped<IWriteJournal, WriteJournal>();
        services.AddScoped<ITransactions, Transactions>();
        services.AddSingleton<IAuditTrail, AuditTrail>();
        services.AddSingleton<AuditWriter>();
        services.AddDataProtection().SetApplicationName("CleanIssuing").PersistKeysToDbContext<IssuingDbContext>()
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        return services;
    }

    private static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddIdentityCore<AppUser>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.Password.RequiredLength = 12;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireDigit = false;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddEntityFrameworkStores<IssuingDbContext>()
            .AddSignInManager<AppSignInManager>()
            .AddClaimsPrincipalFactory<AppClaimsFactory>();
        services.AddScoped(provider => new Sessions(provider.GetRequiredService<IssuingDbContext>()));
        services.AddScoped<IPeopleStore, PeopleStore>();
        services.AddSingleton<CardBindings>();
        services.AddScoped<IAccessReader, AccessReader>();
        return services;
    }
}
