using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using CleanIssuing.Infrastructure.Identity;
using CleanIssuing.Infrastructure.Persistence.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed class PeopleStore(UserManager<AppUser> users, IssuingDbContext db, CardholderAccounts access, TimeProvider time)
    : IPeopleStore
{
    public async Task<(string? UserId, bool IsNew, IReadOnlyList<string> Problems)> AddAsync(
        string email, string name, string password, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(email) is { } known)
            return (known.Id, false, []);

        var user = new AppUser { UserName = email, Email = email, EmailConfirmed = true, DisplayName = name };
        var result = await users.CreateAsync(user, password);
        return result.Succeeded ? (user.Id, true, []) : (null, false, Problems(result));
    }

    public async Task<bool> ExistsAsync(string email, CancellationToken cancellationToken) =>
        await users.FindByEmailAsync(email) is not null;

    public async Task<AccountId?> FindAccountOfAsync(CardholderId cardholder, CancellationToken cancellationToken) =>
        await access.FindAccountOfAsync(cardholder, cancellationToken);

    public async Task<bool> AddMembershipAsync(Membership membership, CancellationToken cancellationToken)
    {
        if (await db.Memberships.AnyAsync(
                m => m.UserId == membership.UserId && m.AccountId == membership.AccountId
                    && m.Role == membership.Role && m.CardholderId == membership.CardholderId,
                cancellationToken))
            return false;

        db.Memberships.Add(membership);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException failure) when (DatabaseErrors.IsUniqueViolation(failure))
        {
            // Somebody gave them the same role at the same moment.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    public async Task<int?> RemoveMembershipsAsync(string email, AccountId account, Role role, CancellationToken cancellationToken) =>
        await users.FindByEmailAsync(email) is { } user
            ? await db.Memberships.Where(m => m.UserId == user.Id && m.AccountId == account && m.Role == role)
                .ExecuteDeleteAsync(cancellationToken)
            : null;

    public async Task<(bool Found, IReadOnlyList<string> Problems)> SetPasswordAsync(
        string email, string password, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(email) is not { } user)
            return (false, []);
        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, user, password) is { Succeeded: false } refused)
                return (true, Problems(refused));
        }

        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        var result = await users.UpdateSecurityStampAsync(user);
        await EndSessionsAsync(user, cancellationToken);
        return (true, Problems(result));
    }

    public async Task<bool> DisableAsync(string email, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(email) is not { } user)
            return false;

        user.DisabledAt ??= time.GetUtcNow();
        // A new stamp ends every session, should the person be enabled again later.
        await users.UpdateSecurityStampAsync(user);
        await EndSessionsAsync(user, cancellationToken);
        return true;
    }

    public async Task<bool> EnableAsync(string email, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(email) is not { } user)
            return false;

        user.DisabledAt = null;
        await users.UpdateAsync(user);
        return true;
    }

    public async Task<IReadOnlyList<PersonListed>> ListAsync(CancellationToken cancellationToken)
    {
        var memberships = (await db.Memberships.ToListAsync(cancellationToken)).ToLookup(m => m.UserId, StringComparer.Ordinal);
        var people = await db.Users.OrderBy(u => u.NormalizedEmail).ToListAsync(cancellationToken);
        return [.. people.Select(u => new PersonListed(u.Email!, u.DisplayName, u.DisabledAt is not null, [.. memberships[u.Id]]))];
    }

    /// <summary>The new stamp has ended them already; nobody needs to read of them.</summary>
    private Task EndSessionsAsync(AppUser user, CancellationToken cancellationToken) =>
        db.UserSessions.Where(s => s.UserId == user.Id).ExecuteDeleteAsync(cancellationToken);

    private static IReadOnlyList<string> Problems(IdentityResult result) => [.. result.Errors.Select(e => e.Code)];

    public async Task<IReadOnlyList<string>> FindIdsAsync(
        IReadOnlyCollection<AccountId> accounts, string text, int take, CancellationToken cancellationToken)
    {
        var (asTyped, lower) = LikePattern.Containing(text);
        return await db.Users
            .Where(u => EF.Functions.Like(u.DisplayName.ToLower(), lower, "\\") || EF.Functions.Like(u.DisplayName, asTyped, "\\"))
            .Where(u => db.Memberships.Any(m => m.UserId == u.Id && accounts.Contains(m.AccountId)))
            .OrderBy(u => u.Id).Select(u => u.Id).Take(take).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, string>> GetNamesAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
}
