using CleanIssuing.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Audit;

internal sealed class AuditLog(AuditBatchWriter writer, IssuingDbContext db, TimeProvider time) : IAuditLog
{
    private const int RemovedAtOnce = 1000;

    public Task<long> BeginAsync(AuditedAction action, Actor actor, AccountId? account, CancellationToken cancellationToken) =>
        writer.InsertAsync(Entry(action, actor, account, time.GetUtcNow()), cancellationToken);

    public Task EndAsync(long entry, AuditResult result, CancellationToken cancellationToken) =>
        writer.EndAsync(entry, result, cancellationToken);

    public Task DenyAsync(
        AuditedAction action, Actor actor, AccountId? account, string reason, CancellationToken cancellationToken) => writer.InsertAsync(
        Entry(action, actor, account, time.GetUtcNow()).End(new AuditResult(AuditOutcome.Denied, reason)), cancellationToken);

    public async Task RecordAsync(
        AuditedAction action, Actor actor, AccountId account, DateTimeOffset at, AuditResult result, CancellationToken cancellationToken)
    {
        db.AuditEntries.Add(Entry(action, actor, account, at).End(result));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    public async Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        // The oldest first, a few at a time: who wants to write waits for no more than these.
        int removed;
        do
            removed = await db.AuditEntries.OrderBy(e => e.Id).Take(RemovedAtOnce).Where(e => e.At < before)
                .ExecuteDeleteAsync(cancellationToken);
        while (removed == RemovedAtOnce);
    }

    private static AuditEntry Entry(AuditedAction action, Actor actor, AccountId? account, DateTimeOffset at) => new()
    {
        At = at,
        ActorId = actor.UserId,
        ActorName = actor.Name,
        IpAddress = actor.IpAddress,
        Action = action.Action,
        Subject = action.Subject,
        AccountId = account,
    };
}
