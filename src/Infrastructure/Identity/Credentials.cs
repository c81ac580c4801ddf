using CleanIssuing.Application.People;
using CleanIssuing.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Identity;

internal sealed class Credentials(
    IssuingDbContext db, IPasswordHasher<AppUser> hasher, ILookupNormalizer normalizer, StandInHash standIn) : ICredentials
{
    public async Task<Credential?> FindAsync(string email, CancellationToken cancellationToken)
    {
        var normalized = normalizer.NormalizeEmail(email);
        return await FindAsync(db.Users.Where(u => u.NormalizedEmail == normalized), cancellationToken);
    }

    public Task<Credential?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        FindAsync(db.Users.Where(u => u.Id == userId), cancellationToken);

    private static Task<Credential?> FindAsync(IQueryable<AppUser> users, CancellationToken cancellationToken) =>
        users.Where(u => u.PasswordHash != null)
            .Select(u => new Credential(u.Id, u.Email!, u.DisabledAt != null, u.PasswordHash!, u.SecurityStamp ?? ""))
            .FirstOrDefaultAsync(cancellationToken);

    public bool Verify(Credential? person, string password)
    {
        var result = hasher.VerifyHashedPassword(StandInHash.Nobody, person?.PasswordHash ?? standIn.Value, password);
        standIn.MakeUpFor(person?.PasswordHash ?? standIn.Value, password);
        return person is not null && result != PasswordVerificationResult.Failed;
    }

    public async Task UpgradeAsync(Credential person, string password, CancellationToken cancellationToken)
    {
        if (!standIn.IsWeaker(person.PasswordHash))
            return;
        var hash = hasher.HashPassword(StandInHash.Nobody, password);
        await db.Users.Where(u => u.Id == person.UserId && u.PasswordHash == person.PasswordHash)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, hash), cancellationToken);
    }
}
