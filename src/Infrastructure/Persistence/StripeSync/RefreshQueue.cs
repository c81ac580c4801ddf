using CleanIssuing.Application.StripeSync.Replicas;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

internal sealed class RefreshQueue(IssuingDbContext db, TimeProvider time) : IRefreshQueue
{
    private static readonly TimeSpan Postponed = TimeSpan.FromMinutes(1);

    public async Task AddAsync(string objectId, AccountId account, CancellationToken cancellationToken)
    {
        var item = new RefreshQueueItem(objectId, account, Guid.NewGuid(), time.GetUtcNow());
        if (await db.RefreshQueue.Where(o => o.ObjectId == objectId).ExecuteUpdateAsync(
            set => set.SetProperty(o => o.Token, item.Token).SetProperty(o => o.DueAt, item.DueAt), cancellationToken) > 0)
            return;
        var added = db.RefreshQueue.Add(item);
        await db.SaveChangesAsync(cancellationToken);
        added.State = EntityState.Detached;
    }

    public async Task<IReadOnlyList<RefreshQueueItem>> GetStaleAsync(int take, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await db.RefreshQueue
            .Where(o => o.DueAt <= now && !db.StripeOperations.Any(w => w.Subject == o.ObjectId && w.EndedAt == null))
            .OrderBy(o => o.DueAt).ThenBy(o => o.ObjectId).Take(take).ToListAsync(cancellationToken);
    }

    public Task PostponeAsync(RefreshQueueItem item, CancellationToken cancellationToken)
    {
        var dueAt = time.GetUtcNow() + Postponed;
        return Own(item).ExecuteUpdateAsync(set => set.SetProperty(o => o.DueAt, dueAt), cancellationToken);
    }

    public Task MarkRefreshedAsync(RefreshQueueItem item, CancellationToken cancellationToken) =>
        Own(item).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<RefreshQueueItem> Own(RefreshQueueItem item) =>
        db.RefreshQueue.Where(o => o.ObjectId == item.ObjectId && o.Token == item.Token);
}
