using CleanIssuing.Application.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed class FactorStore(IssuingDbContext db, IUnitOfWork unitOfWork, IDataProtectionProvider protection) : IFactorStore
{
    private readonly IDataProtector _protector = protection.CreateProtector("CleanIssuing.AuthenticatorKey");

    public async Task<Authenticator?> FindAuthenticatorAsync(string userId, CancellationToken cancellationToken) =>
        await db.Authenticators.Where(a => a.UserId == userId).FirstOrDefaultAsync(cancellationToken) is { } row
            ? new Authenticator(_protector.Unprotect(Convert.FromBase64String(row.ProtectedKey)), row.ConfirmedAt)
            : null;

    public async Task<bool> StartAuthenticatorAsync(string userId, byte[] key, CancellationToken cancellationToken)
    {
        var kept = Convert.ToBase64String(_protector.Protect(key));
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Authenticators" ("UserId", "ProtectedKey", "LastStep") VALUES ({userId}, {kept}, 0)
            ON CONFLICT ("UserId") DO UPDATE SET "ProtectedKey" = excluded."ProtectedKey"
            WHERE "Authenticators"."ConfirmedAt" IS NULL
            """,
            cancellationToken) > 0;
    }

    public async Task<bool> ConfirmAuthenticatorAsync(string userId, long step, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Authenticators.Where(a => a.UserId == userId && a.ConfirmedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.ConfirmedAt, now).SetProperty(a => a.LastStep, step), cancellationToken) > 0;

    public async Task<bool> UseStepAsync(string userId, long step, CancellationToken cancellationToken) =>
        await db.Authenticators.Where(a => a.UserId == userId && a.LastStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LastStep, step), cancellationToken) > 0;

    public async Task<bool> UseRecoveryCodeAsync(string userId, string hash, CancellationToken cancellationToken) =>
        await db.RecoveryCodes.Where(c => c.UserId == userId && c.Hash == hash).ExecuteDeleteAsync(cancellationToken) > 0;

    public Task ReplaceRecoveryCodesAsync(string userId, IReadOnlyCollection<string> hashes, CancellationToken cancellationToken) =>
        unitOfWork.ExecuteAsync(
            async () =>
            {
                await db.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(cancellationToken);
                db.RecoveryCodes.AddRange(hashes.Select(hash => new RecoveryCodeRow { UserId = userId, Hash = hash }));
                await db.SaveChangesAsync(cancellationToken);
                db.ChangeTracker.Clear();
            },
            cancellationToken);

    public Task<int> CountRecoveryCodesAsync(string userId, CancellationToken cancellationToken) =>
        db.RecoveryCodes.CountAsync(c => c.UserId == userId, cancellationToken);

    public async Task<bool> RemoveAsync(string userId, CancellationToken cancellationToken)
    {
        var removed = 0;
        await unitOfWork.ExecuteAsync(
            async () =>
            {
                removed = await db.Authenticators.Where(a => a.UserId == userId).ExecuteDeleteAsync(cancellationToken);
                removed += await db.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);
        return removed > 0;
    }
}
