using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.CardDetails;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Embedded;
using CleanIssuing.Application.People;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Application.StripeSync.Backfill;
using CleanIssuing.Application.StripeSync.Import;
using CleanIssuing.Application.StripeSync.Operations;
using CleanIssuing.Application.StripeSync.Replicas;
using CleanIssuing.Application.StripeSync.Webhooks;
using CleanIssuing.Infrastructure.CardDetails;
using CleanIssuing.Infrastructure.Embedded;
using CleanIssuing.Infrastructure.Identity;
using CleanIssuing.Infrastructure.Persistence;
using CleanIssuing.Infrastructure.Persistence.Access;
using CleanIssuing.Infrastructure.Persistence.Accounts;
using CleanIssuing.Infrastructure.Persistence.Audit;
using CleanIssuing.Infrastructure.Persistence.Authorizations;
using CleanIssuing.Infrastructure.Persistence.Cards;
using CleanIssuing.Infrastructure.Persistence.Embedded;
using CleanIssuing.Infrastructure.Persistence.People;
using CleanIssuing.Infrastructure.Persistence.SpendControls;
using CleanIssuing.Infrastructure.Persistence.StripeSync;
using CleanIssuing.Infrastructure.Stripe;
using CleanIssuing.Infrastructure.Stripe.Accounts;
using CleanIssuing.Infrastructure.Stripe.Authorizations;
using CleanIssuing.Infrastructure.Stripe.CardDetails;
using CleanIssuing.Infrastructure.Stripe.Cards;
using CleanIssuing.Infrastructure.Stripe.Embedded;
using CleanIssuing.Infrastructure.Stripe.StripeSync;
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
using Npgsql;

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
        services.AddSingleton<IStripeAccountReader, StripeAccountReader>();
        services.AddSingleton<IStripeSetupReader, StripeSetupReader>();
        services.AddSingleton<IStripeCardReader, StripeCardReader>();
        services.AddSingleton<IStripeAuthorizationReader, StripeAuthorizationReader>();
        services.AddSingleton<ICardGateway, CardGateway>();
        services.AddSingleton<ITestHelpers, TestHelpers>();
        services.AddSingleton<IWebhookSignature, WebhookSignature>();
        services.AddSingleton<IStripeEventParser, StripeEventParser>();
        services.AddSingleton<IStripeEventLog, StripeEventLog>();
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
            var options = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
            if (options.Provider == DatabaseProvider.Postgres)
                db.UseNpgsql(PostgresConnectionString(options));
            else
                db.UseSqlite(SqliteConnectionString(provider, options));
            db.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        });
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<IssuingDbContext>>().CreateDbContext());
        services.AddDbContext<PostgresDbContext>((provider, db) =>
            db.UseNpgsql(PostgresConnectionString(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value)));
        services.AddScoped(provider =>
        {
            var db = provider.GetRequiredService<IssuingDbContext>();
            return new Database(db, db.Database.IsNpgsql() ? provider.GetRequiredService<PostgresDbContext>() : db);
        });
        services.AddSingleton<CardStatusQuery>();
        services.AddSingleton<UserSessionQueries>();
        services.AddSingleton<WriteTurns>();
        services.AddSingleton<BatchTransaction>();
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddScoped<IInstallationStore, InstallationStore>();
        services.AddScoped<IAccountReader, AccountReader>();
        services.AddScoped<IAccountSettingsStore, AccountSettingsStore>();
        services.AddScoped<IAccountReplicaStore, AccountReplicaStore>();
        services.AddScoped<ICardReader, CardReader>();
        services.AddScoped<ICardSearch, CardSearch>();
        services.AddScoped<ICardholderReader, CardholderReader>();
        services.AddScoped<ICardFreezeStore, CardFreezeStore>();
        services.AddScoped<ReplicaUpsert>();
        services.AddScoped<ReplicaStore>();
        services.AddScoped<ICardReplicaStore>(provider => provider.GetRequiredService<ReplicaStore>());
        services.AddScoped<IAuthorizationReplicaStore>(provider => provider.GetRequiredService<ReplicaStore>());
        services.AddScoped<IAuthorizationReader, AuthorizationReader>();
        services.AddScoped<IPurchaseHistoryReader, PurchaseHistoryReader>();
        services.AddScoped<IPurchaseSearch, PurchaseSearch>();
        services.AddSingleton<IPurchaseFeed, PurchaseFeed>();
        services.AddScoped<ISpendStore, SpendStore>();
        services.AddScoped<IPurchaseMemoStore, PurchaseMemoStore>();
        services.AddScoped<ICardLabelStore, CardLabelStore>();
        services.AddScoped<ICardNames, CardNames>();
        services.AddScoped<ICardUseReader, CardUseReader>();
        services.AddScoped<ControlHistory>();
        services.AddScoped<IControlHistory>(provider => provider.GetRequiredService<ControlHistory>());
        services.AddScoped<ICardControlsTimeline>(provider => provider.GetRequiredService<ControlHistory>());
        services.AddScoped<ITemplateStore, TemplateStore>();
        services.AddScoped<IBulkEditStore, BulkEditStore>();
        services.AddScoped<ComponentSessionStore>();
        services.AddScoped<IComponentSessionStore>(provider => provider.GetRequiredService<ComponentSessionStore>());
        services.AddScoped<IComponentEditors>(provider => provider.GetRequiredService<ComponentSessionStore>());
        services.AddSingleton<WebhookBatchWriter>();
        services.AddScoped<IWebhookInbox, WebhookInbox>();
        services.AddScoped<IBackfillCursorStore, BackfillCursorStore>();
        services.AddScoped<IRefreshQueue, RefreshQueue>();
        services.AddSingleton<OperationLease>();
        services.AddScoped<IOperationLog, OperationLog>();
        services.AddScoped<ImportStore>();
        services.AddScoped<IImportStore>(provider => provider.GetRequiredService<ImportStore>());
        services.AddScoped<IImportStatus>(provider => provider.GetRequiredService<ImportStore>());
        services.AddScoped<IAuditReader, AuditReader>();
        services.AddScoped<IAuditLog, AuditLog>();
        services.AddSingleton<AuditBatchWriter>();
        services.AddDataProtection().SetApplicationName("CleanIssuing").PersistKeysToDbContext<IssuingDbContext>()
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        return services;
    }

    private static string SqliteConnectionString(IServiceProvider provider, DatabaseOptions options)
    {
        var path = Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, options.Path);
        return new SqliteConnectionStringBuilder { DataSource = path }.ToString();
    }

    private static string PostgresConnectionString(DatabaseOptions options)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        // Names, hashes and cookie keys do not cross a network in the clear, or to somebody who only says that they are the server.
        if (!connection.ContainsKey("SSL Mode") && !IsOnThisMachine(connection.Host))
            connection.SslMode = SslMode.VerifyFull;
        // The statements are few and the same; what they leave behind on a connection is nothing.
        if (!connection.ContainsKey("Max Auto Prepare"))
            connection.MaxAutoPrepare = 50;
        if (!connection.ContainsKey("No Reset On Close"))
            connection.NoResetOnClose = true;
        return connection.ToString();
    }

    private static bool IsOnThisMachine(string? host) =>
        host is null or "" or "localhost" or "127.0.0.1" or "::1" || host.StartsWith('/');

    private static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddIdentityCore<AppUser>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.Password.RequiredLength = 12;
                identity.Password.RequiredUniqueChars = 1;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireDigit = false;
            })
            .AddEntityFrameworkStores<IssuingDbContext>()
            .AddPasswordValidator<PasswordStrengthValidator>()
            .AddClaimsPrincipalFactory<AppClaimsFactory>();
        // https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html, for PBKDF2 with SHA-512.
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.AddSingleton<StandInHash>();
        services.AddHostedService<StandInHashWarmUp>();
        services.AddScoped<ICredentials, Credentials>();
        services.AddScoped<ISessionStore, SessionStore>();
        services.AddScoped<ISignInThrottleStore, SignInThrottleStore>();
        services.AddScoped<IFactorStore, FactorStore>();
        services.AddHttpContextAccessor();
        services.AddScoped<IPasskeyHandler<AppUser>, PasskeyHandler<AppUser>>();
        services.AddScoped<IPasskeys, Passkeys>();
        // Two factors in one: the device, and what unlocks it. It is found without a name, so that none has to be typed in.
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.AuthenticatorTimeout = TimeSpan.FromMinutes(2);
        });
        services.AddScoped<IStepUpProofs, StepUpProofs>();
        services.AddScoped(provider => new UserSessionReader(
            provider.GetRequiredService<IssuingDbContext>(), provider.GetRequiredService<UserSessionQueries>()));
        services.AddScoped<IPeopleStore, PeopleStore>();
        services.AddScoped<CardholderAccounts>();
        services.AddSingleton<CardOwnershipCache>();
        services.AddSingleton<PlatformAccountCache>();
        services.AddScoped<IAccessReader, AccessReader>();
        return services;
    }
}
