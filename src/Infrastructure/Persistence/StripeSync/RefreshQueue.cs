using CleanIssuing.Application.StripeSync.Replicas;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

internal sealed class RefreshQueue(IssuingDbContext db) : IRefreshQueue
{
    public async Task<IReadOnlyList<RefreshQueueItem>> GetStaleAsync(int take, CancellationToken cancellationToken) =>
        await db.RefreshQueue.OrderBy(o => o.ObjectId).Take(take).ToListAsync(cancellationToken);

    public Task MarkRefreshedAsync(string objectId, CancellationToken cancellationToken) =>
        db.RefreshQueue.Where(o => o.ObjectId == objectId).ExecuteDeleteAsync(cancellationToken);
}
