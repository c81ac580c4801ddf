using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Accounts;

internal sealed class AccountReplicaStore(IssuingDbContext db) : IAccountReplicaStore
{
    public async Task UpsertAsync(Account account, CancellationToken cancellationToken)
    {
        db.Upsert(await db.Accounts.AsTracking().FirstOrDefaultAsync(a => a.Id == account.Id, cancellationToken), account);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
