using System.Security.Cryptography;
using CleanIssuing.Application.People;
using CleanIssuing.Infrastructure.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.People;

/// <summary>ASP.NET Core Identity’s passkeys. A question is kept here, so that an answer counts once and only where it was asked.</summary>
internal sealed class Passkeys(
    UserManager<AppUser> users, IPasskeyHandler<AppUser> handler, IHttpContextAccessor http, IssuingDbContext db,
    IUnitOfWork unitOfWork, UserSessionReader sessions, TimeProvider time) : IPasskeys
{
    private const int IdBytes = 32;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<Passkey>> ListAsync(string userId, CancellationToken cancellationToken)
    {
        var rows = await db.UserPasskeys.Where(p => p.UserId == userId).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(p => new Passkey(WebEncoders.Base64UrlEncode(p.CredentialId), p.Data.Name ?? "", p.Data.CreatedAt))
                .OrderBy(p => p.CreatedAt).ThenBy(p => p.Key, StringComparer.Ordinal),
        ];
    }

    public async Task<PasskeyCeremony> StartAddingAsync(string userId, CancellationToken cancellationToken)
    {
        var user = (await users.FindByIdAsync(userId))!;
        var entity = new PasskeyUserEntity { Id = user.Id, Name = user.Email!, DisplayName = user.DisplayName };
        var asked = await handler.MakeCreationOptionsAsync(entity, Context);
        return await KeepAsync(asked.CreationOptionsJson, asked.AttestationState, userId, isForAdding: true, cancellationToken);
    }

    public async Task<bool> AddAsync(string userId, PasskeyAnswer answer, string name, CancellationToken cancellationToken)
    {
        if (await TakeAsync(answer.Ceremony, userId, isForAdding: true, cancellationToken) is not { } state)
            return false;
        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext { HttpContext = Context, CredentialJson = answer.Credential, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != userId)
            return false;
        result.Passkey.Name = name;
        return (await users.AddOrUpdatePasskeyAsync((await users.FindByIdAsync(userId))!, result.Passkey)).Succeeded;
    }

    public async Task<PasskeyCeremony> StartProvingAsync(string? userId, CancellationToken cancellationToken)
    {
        var user = userId is null ? null : await users.FindByIdAsync(userId);
        var asked = await handler.MakeRequestOptionsAsync(user, Context);
        return await KeepAsync(asked.RequestOptionsJson, asked.AssertionState, userId, isForAdding: false, cancellationToken);
    }

    public async Task<string?> ProveAsync(string? userId, PasskeyAnswer answer, CancellationToken cancellationToken)
    {
        // What answers no question is refused without a turn to write.
        if (!await Asked(answer.Ceremony, userId, isForAdding: false).AnyAsync(cancellationToken))
            return null;
        string? proven = null;
        // In one piece, so that a passkey that is removed meanwhile proves nothing, and does not come back.
        await unitOfWork.ExecuteAsync(
            async () => proven = await TakeAsync(answer.Ceremony, userId, isForAdding: false, cancellationToken) is { } state
                ? await ProveAsync(userId, answer.Credential, state)
                : null,
            cancellationToken);
        return proven;
    }

    private async Task<string?> ProveAsync(string? userId, string credential, string state)
    {
        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext { HttpContext = Context, CredentialJson = credential, AssertionState = state });
        if (!result.Succeeded || (userId is not null && result.User.Id != userId))
            return null;
        // The authenticator counts what it signs: a copy of it shows.
        return (await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded ? result.User.Id : null;
    }

    public async Task<bool> RemoveAsync(string userId, string key, CancellationToken cancellationToken)
    {
        byte[] id;
        try
        {
            id = WebEncoders.Base64UrlDecode(key);
        }
        catch (FormatException)
        {
            return false;
        }

        return await db.UserPasskeys.Where(p => p.UserId == userId && p.CredentialId == id).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    public Task PruneAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        db.PasskeyCeremonies.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("A passkey belongs to a browser.");

    private string SessionHash => sessions.CurrentHash ?? "";

    private async Task<PasskeyCeremony> KeepAsync(
        string options, string? state, string? userId, bool isForAdding, CancellationToken cancellationToken)
    {
        var id = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(IdBytes));
        db.PasskeyCeremonies.Add(new PasskeyCeremonyRow
        {
            IdHash = SessionStore.Hash(id),
            State = state ?? "",
            UserId = userId,
            SessionHash = SessionHash,
            IsForAdding = isForAdding,
            ExpiresAt = time.GetUtcNow() + Lasts,
        });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return new PasskeyCeremony(id, options);
    }

    /// <summary>The question’s state, once: of two answers at the same moment, one finds nothing.</summary>
    private async Task<string?> TakeAsync(string ceremony, string? userId, bool isForAdding, CancellationToken cancellationToken)
    {
        var asked = Asked(ceremony, userId, isForAdding);
        var state = await asked.Select(c => c.State).FirstOrDefaultAsync(cancellationToken);
        return state is not null && await asked.ExecuteDeleteAsync(cancellationToken) > 0 ? state : null;
    }

    private IQueryable<PasskeyCeremonyRow> Asked(string ceremony, string? userId, bool isForAdding)
    {
        var (hash, session, now) = (SessionStore.Hash(ceremony), SessionHash, time.GetUtcNow());
        return db.PasskeyCeremonies.Where(c => c.IdHash == hash && c.UserId == userId && c.SessionHash == session
            && c.IsForAdding == isForAdding && c.ExpiresAt > now);
    }
}
