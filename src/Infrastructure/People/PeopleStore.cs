using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using CleanIssuing.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.People;

internal sealed class PeopleStore(UserManager<AppUser> users, IssuingDbContext db, TimeProvider time) : IPeopleStore
{
    public async Task<(string? UserId, IReadOnlyList<string> Problems)> AddAsync(
        string email, string name, string password, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(email) is { } known)
            return (known.Id, []);

        var user = new AppUser { UserName = email, Email = email, EmailConfirmed = true, DisplayName = name };
        var result = await users.CreateAsync(user, password);
        return result.Succeeded ? (user.Id, []) : (null, [.. result.Errors.Select(e => e.Description)]);
    }

    public async Task<bool> ExistsAsync(string email, CancellationToken cancellationToken) => await users.FindByEmailAsync(email) is not null;

    public async Task AddMembershipAsync(Membership membership, CancellationToken cancellationToken)
    {
        if (await db.Memberships.AnyAsync(
                m => m.UserId == membership.UserId && m.AccountId == membership.AccountId
                    && m.Role == membership.Role && m.CardholderId == membership.CardholderId,
                cancellationToken))
            return;

        db.Memberships.Add(membership);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<bool> DisableAsync(string email, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(email) is not { } user)
            return false;

        user.DisabledAt = time.GetUtcNow();
        // A new stamp ends every session, should the person be enabled again later.
        await users.UpdateSecurityStampAsync(user);
        return true;
    }
}
