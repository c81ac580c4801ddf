using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Authorizations;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

internal sealed class PurchaseMemoStore(IssuingDbContext db, IUnitOfWork unitOfWork) : IPurchaseMemoStore
{
    public Task SaveAsync(PurchaseMemo memo, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async () =>
        {
            db.Upsert(
                await db.PurchaseMemos.AsTracking().FirstOrDefaultAsync(m => m.AuthorizationId == memo.AuthorizationId, cancellationToken),
                memo);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        },
        cancellationToken);

    public Task DeleteAsync(AuthorizationId purchase, CancellationToken cancellationToken) =>
        db.PurchaseMemos.Where(m => m.AuthorizationId == purchase).ExecuteDeleteAsync(cancellationToken);
}
