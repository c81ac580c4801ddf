using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Accounts;

internal sealed class AccountSettingsStore(IssuingDbContext db) : IAccountSettingsStore
{
    public async Task<AccountSettings> GetAsync(AccountId account, CancellationToken cancellationToken) =>
        await db.AccountSettings.Where(s => EF.Property<AccountId>(s, "AccountId") == account)
            .FirstOrDefaultAsync(cancellationToken) ?? AccountSettings.Default;

    public Task SetAsync(AccountId account, AccountSettings settings, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "AccountSettings" ("AccountId", "StepUp", "AdminsSeePins")
            VALUES ({account.Value}, {settings.StepUp.ToString()}, {settings.AdminsSeePins})
            ON CONFLICT ("AccountId") DO UPDATE SET "StepUp" = excluded."StepUp", "AdminsSeePins" = excluded."AdminsSeePins"
            """,
            cancellationToken);

    public Task AddAsync(AccountId account, AccountSettings settings, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "AccountSettings" ("AccountId", "StepUp", "AdminsSeePins")
            VALUES ({account.Value}, {settings.StepUp.ToString()}, {settings.AdminsSeePins})
            ON CONFLICT ("AccountId") DO NOTHING
            """,
            cancellationToken);
}
