using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Accounts;

internal sealed class AccountReplicaStore(IssuingDbContext db, IUnitOfWork unitOfWork) : IAccountReplicaStore
{
    public Task UpsertAsync(Account account, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async () =>
        {
            db.Upsert(await db.Accounts.AsTracking().FirstOrDefaultAsync(a => a.Id == account.Id, cancellationToken), account);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        },
        cancellationToken);
}
