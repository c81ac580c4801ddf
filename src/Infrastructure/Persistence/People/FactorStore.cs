using System.Security.Cryptography;
using CleanIssuing.Application.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed partial class FactorStore(
    IssuingDbContext db, IUnitOfWork unitOfWork, IDataProtectionProvider protection, ILogger<FactorStore> logger) : IFactorStore
{
    private readonly IDataProtector _protector = protection.CreateProtector("CleanIssuing.AuthenticatorKey");

    public Task<bool> HasAuthenticatorAsync(string userId, CancellationToken cancellationToken) =>
        db.Authenticators.AnyAsync(a => a.UserId == userId && a.ConfirmedAt != null, cancellationToken);

    public async Task<bool> HasFactorAsync(string userId, CancellationToken cancellationToken) =>
        await HasAuthenticatorAsync(userId, cancellationToken) || await HasPasskeyAsync(userId, cancellationToken);

    public Task<bool> HasPasskeyAsync(string userId, CancellationToken cancellationToken) =>
        db.UserPasskeys.AnyAsync(p => p.UserId == userId, cancellationToken);

    public async Task<Authenticator?> FindAuthenticatorAsync(string userId, CancellationToken cancellationToken) =>
        await db.Authenticators.Where(a => a.UserId == userId).FirstOrDefaultAsync(cancellationToken) is { } row
            ? new Authenticator(Read(row), row.StartedAt, row.ConfirmedAt)
            : null;

    public async Task<bool> StartAuthenticatorAsync(string userId, byte[] key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kept = Convert.ToBase64String(_protector.Protect(key));
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Authenticators" ("UserId", "ProtectedKey", "StartedAt", "LastStep")
            VALUES ({userId}, {kept}, {UtcTime.ToStored(now)}, 0)
            ON CONFLICT ("UserId") DO UPDATE SET "ProtectedKey" = excluded."ProtectedKey", "StartedAt" = excluded."StartedAt"
            WHERE "Authenticators"."ConfirmedAt" IS NULL
            """,
            cancellationToken) > 0;
    }

    public async Task<bool> ConfirmAuthenticatorAsync(
        string userId, DateTimeOffset startedAt, long step, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Authenticators.Where(a => a.UserId == userId && a.ConfirmedAt == null && a.StartedAt == startedAt).ExecuteUpdateAsync(
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

    public async Task<bool> RemoveAuthenticatorAsync(string userId, CancellationToken cancellationToken) =>
        await db.Authenticators.Where(a => a.UserId == userId).ExecuteDeleteAsync(cancellationToken) > 0;

    public async Task<bool> RemoveAllAsync(string userId, CancellationToken cancellationToken)
    {
        var removed = 0;
        await unitOfWork.ExecuteAsync(
            async () =>
            {
                removed = await db.Authenticators.Where(a => a.UserId == userId).ExecuteDeleteAsync(cancellationToken);
                removed += await db.UserPasskeys.Where(p => p.UserId == userId).ExecuteDeleteAsync(cancellationToken);
                removed += await db.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);
        return removed > 0;
    }

    /// <summary>An app whose key cannot be read is still one: the password alone must not sign in because of it.</summary>
    private byte[]? Read(AuthenticatorRow row)
    {
        try
        {
            return _protector.Unprotect(Convert.FromBase64String(row.ProtectedKey));
        }
        catch (CryptographicException lost)
        {
            Unreadable(logger, lost, row.UserId);
            return null;
        }
    }

    [LoggerMessage(
        LogLevel.Error, "The authenticator app of person {UserId} cannot be read: the keys that it was encrypted with are lost. Only a "
            + "recovery code signs them in, until an operator runs: people remove-factors")]
    private static partial void Unreadable(ILogger logger, Exception lost, string userId);
}
