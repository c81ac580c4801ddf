using System.Security.Cryptography;
using System.Text;
using CleanIssuing.Application.People;
using CleanIssuing.Infrastructure.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed class SessionStore(IssuingDbContext db, IUnitOfWork unitOfWork, UserSessionReader current, IFactorStore factors)
    : ISessionStore
{
    private const int IdBytes = 32;

    public async Task<string?> OpenAsync(
        string userId, string device, string? ipAddress, DateTimeOffset now, SecondFactorResult? proof, CancellationToken cancellationToken)
    {
        var id = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(IdBytes));
        // A recovery code lets somebody in, and no further.
        var isProven = proof is SecondFactorResult.Authenticator or SecondFactorResult.Passkey;
        var isOpen = false;
        await unitOfWork.ExecuteAsync(
            async () =>
            {
                // The factor may have come, or gone, since it was looked at.
                isOpen = proof switch
                {
                    null => !await factors.HasFactorAsync(userId, cancellationToken),
                    SecondFactorResult.Passkey => await factors.HasPasskeyAsync(userId, cancellationToken),
                    SecondFactorResult.Authenticator => await factors.HasAuthenticatorAsync(userId, cancellationToken),
                    _ => true,
                };
                if (!isOpen)
                    return;
                db.UserSessions.Add(new UserSessionRow
                {
                    IdHash = Hash(id),
                    UserId = userId,
                    Device = device,
                    IpAddress = ipAddress,
                    BegunAt = now,
                    LastSeenAt = now,
                    HasSecondFactor = isProven,
                    ProvenAt = isProven ? now : null,
                });
                await db.SaveChangesAsync(cancellationToken);
                db.ChangeTracker.Clear();
            },
            cancellationToken);
        return isOpen ? id : null;
    }

    public Task TouchAsync(string sessionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = Hash(sessionId);
        return db.UserSessions.Where(s => s.IdHash == hash && s.LastSeenAt < now)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), cancellationToken);
    }

    public Task EndAsync(string sessionId, CancellationToken cancellationToken)
    {
        var hash = Hash(sessionId);
        return db.UserSessions.Where(s => s.IdHash == hash).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<OpenSession>> ListAsync(string userId, CancellationToken cancellationToken)
    {
        var rows = await db.UserSessions.Where(s => s.UserId == userId).OrderByDescending(s => s.LastSeenAt).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(s => new OpenSession(
                s.IdHash, s.Device, s.IpAddress, s.BegunAt, s.LastSeenAt, s.IdHash == current.CurrentHash))
                .OrderByDescending(s => s.IsThis),
        ];
    }

    public async Task<bool> EndAsync(string userId, string key, CancellationToken cancellationToken) =>
        await db.UserSessions.Where(s => s.UserId == userId && s.IdHash == key).ExecuteDeleteAsync(cancellationToken) > 0;

    public Task<int> EndOthersAsync(string userId, CancellationToken cancellationToken)
    {
        var mine = current.CurrentHash;
        return db.UserSessions.Where(s => s.UserId == userId && s.IdHash != mine).ExecuteDeleteAsync(cancellationToken);
    }

    public Task PruneAsync(DateTimeOffset begunBefore, DateTimeOffset lastSeenBefore, CancellationToken cancellationToken) =>
        db.UserSessions.Where(s => s.BegunAt < begunBefore || s.LastSeenAt < lastSeenBefore).OrderBy(s => s.BegunAt)
            .DeleteInTurnsAsync(unitOfWork, cancellationToken);

    internal static string Hash(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
