using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Stores;

internal sealed class AccountReader(IssuingDbContext db) : IAccountReader
{
    public Task<Account?> PlatformAsync(CancellationToken cancellationToken) =>
        db.Accounts.FirstOrDefaultAsync(a => a.Kind == AccountKind.Platform, cancellationToken);

    public async Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancellationToken) =>
        await db.Accounts.OrderBy(a => a.Id).ToListAsync(cancellationToken);
}
