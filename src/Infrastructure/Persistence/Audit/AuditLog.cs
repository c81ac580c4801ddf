using CleanIssuing.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Audit;

internal sealed class AuditLog(AuditBatchWriter writer, IssuingDbContext db, IUnitOfWork unitOfWork, TimeProvider time) : IAuditLog
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

    public async Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        // The oldest come first, so only what is removed is read, and not the whole log.
        var kept = await db.AuditEntries.Where(e => e.At >= before).OrderBy(e => e.Id).Select(e => (long?)e.Id)
            .FirstOrDefaultAsync(cancellationToken) ?? long.MaxValue;
        await db.AuditEntries.Where(e => e.Id < kept && e.At < before).OrderBy(e => e.Id)
            .DeleteInTurnsAsync(unitOfWork, cancellationToken);
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
