using CleanIssuing.Application.StripeSync.Replicas;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

internal sealed class RefreshQueue(IssuingDbContext db) : IRefreshQueue
{
    public async Task AddAsync(string objectId, AccountId account, CancellationToken cancellationToken)
    {
        await db.RefreshQueue.Where(o => o.ObjectId == objectId).ExecuteDeleteAsync(cancellationToken);
        db.RefreshQueue.Add(new RefreshQueueItem(objectId, account, Guid.NewGuid()));
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<RefreshQueueItem>> GetStaleAsync(int take, CancellationToken cancellationToken) =>
        await db.RefreshQueue.Where(o => !db.StripeOperations.Any(w => w.Subject == o.ObjectId && w.EndedAt == null))
            .OrderBy(o => o.ObjectId).Take(take).ToListAsync(cancellationToken);

    public Task MarkRefreshedAsync(RefreshQueueItem item, CancellationToken cancellationToken) =>
        db.RefreshQueue.Where(o => o.ObjectId == item.ObjectId && o.Token == item.Token).ExecuteDeleteAsync(cancellationToken);
}
