using CleanIssuing.Domain.Audit;

namespace CleanIssuing.Infrastructure.Persistence.Audit;

internal sealed class AuditLog(AuditBatchWriter writer, IssuingDbContext db, TimeProvider time) : IAuditLog
{
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
