using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Accounts;

internal sealed class AccountReader(IssuingDbContext db) : IAccountReader
{
    public Task<Account?> FindAsync(AccountId id, CancellationToken cancellationToken) =>
        db.Accounts.FirstOrDefaultAsync(a => a.Id == id, cancellationToken);

    public Task<Account?> FindPlatformAsync(CancellationToken cancellationToken) =>
        db.Accounts.FirstOrDefaultAsync(a => a.Kind == AccountKind.Platform, cancellationToken);

    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken) =>
        await db.Accounts.OrderBy(a => a.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Account>> GetByIdsAsync(IReadOnlyCollection<AccountId> ids, CancellationToken cancellationToken) =>
        await db.Accounts.Where(a => ids.Contains(a.Id)).OrderBy(a => a.Name).ToListAsync(cancellationToken);
}
