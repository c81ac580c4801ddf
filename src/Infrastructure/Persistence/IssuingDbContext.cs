using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Embedded;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Application.StripeSync.Replicas;
using CleanIssuing.Application.StripeSync.Webhooks;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Audit;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.Infrastructure.Identity;
using CleanIssuing.Infrastructure.Persistence.Accounts;
using CleanIssuing.Infrastructure.Persistence.People;
using CleanIssuing.Infrastructure.Persistence.SpendControls;
using CleanIssuing.Infrastructure.Persistence.StripeSync;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>What Stripe does not keep for us (people, the audit log), and replicas of what it does.</summary>
internal class IssuingDbContext(DbContextOptions options)
    : IdentityUserContext<AppUser>(options), IDataProtectionKeyContext
{
    public DbSet<InstallationRow> Installations => Set<InstallationRow>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Cardholder> Cardholders => Set<Cardholder>();

    public DbSet<Card> Cards => Set<Card>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Authorization> Authorizations => Set<Authorization>();

    public DbSet<IssuingTransaction> Transactions => Set<IssuingTransaction>();

    public DbSet<PurchaseMemo> PurchaseMemos => Set<PurchaseMemo>();

    public DbSet<DailySpend> DailySpend => Set<DailySpend>();

    public DbSet<StaleSpendDay> StaleSpendDays => Set<StaleSpendDay>();

    public DbSet<CardLabel> CardLabels => Set<CardLabel>();

    public DbSet<CardFreeze> CardFreezes => Set<CardFreeze>();

    public DbSet<ControlChange> ControlChanges => Set<ControlChange>();

    public DbSet<ControlTemplate> ControlTemplates => Set<ControlTemplate>();

    public DbSet<BulkEditRow> BulkEdits => Set<BulkEditRow>();

    public DbSet<BulkEditCardRow> BulkEditCards => Set<BulkEditCardRow>();

    public DbSet<OperationRow> StripeOperations => Set<OperationRow>();

    public DbSet<WebhookEvent> WebhookEvents => Set<WebhookEvent>();

    public DbSet<RefreshQueueItem> RefreshQueue => Set<RefreshQueueItem>();

    public DbSet<UserSessionRow> UserSessions => Set<UserSessionRow>();

    public DbSet<AuthenticatorRow> Authenticators => Set<AuthenticatorRow>();

    public DbSet<RecoveryCodeRow> RecoveryCodes => Set<RecoveryCodeRow>();

    public DbSet<PasskeyCeremonyRow> PasskeyCeremonies => Set<PasskeyCeremonyRow>();

    public DbSet<AccountSettings> AccountSettings => Set<AccountSettings>();

    public DbSet<SignInThrottleRow> SignInThrottles => Set<SignInThrottleRow>();

    public DbSet<ComponentSession> ComponentSessions => Set<ComponentSession>();

    public DbSet<BackfillCursorRow> BackfillCursors => Set<BackfillCursorRow>();

    public DbSet<ImportCursorRow> ImportCursors => Set<ImportCursorRow>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(IssuingDbContext).Assembly);
        ColumnLengths.Limit(builder, Database.IsSqlite());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<AccountId>().HaveConversion<AccountIdConverter>().HaveMaxLength(255);
        configurationBuilder.Properties<CardId>().HaveConversion<CardIdConverter>().HaveMaxLength(255);
        configurationBuilder.Properties<CardholderId>().HaveConversion<CardholderIdConverter>().HaveMaxLength(255);
        configurationBuilder.Properties<AuthorizationId>().HaveConversion<AuthorizationIdConverter>().HaveMaxLength(255);
        configurationBuilder.Properties<Currency>().HaveConversion<CurrencyConverter>().HaveMaxLength(3);
        configurationBuilder.Properties<SpendingControls>().HaveConversion<ControlsConverter>()
            .HaveMaxLength(SpendingControlsJson.MaxLength);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        value => UtcTime.ToStored(value),
        value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));

    private sealed class AccountIdConverter() : ValueConverter<AccountId, string>(id => id.Value, value => AccountId.Parse(value));

    private sealed class CardIdConverter() : ValueConverter<CardId, string>(id => id.Value, value => CardId.Parse(value));

    private sealed class CardholderIdConverter() : ValueConverter<CardholderId, string>(id => id.Value, value => CardholderId.Parse(value));

    private sealed class AuthorizationIdConverter()
        : ValueConverter<AuthorizationId, string>(id => id.Value, value => AuthorizationId.Parse(value));

    private sealed class CurrencyConverter() : ValueConverter<Currency, string>(currency => currency.Code, value => Currency.Parse(value));

    private sealed class ControlsConverter() : ValueConverter<SpendingControls, string>(
        controls => SpendingControlsJson.Write(controls), text => SpendingControlsJson.Read(text));
}
