using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Audit;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Infrastructure.Persistence.Stores;

internal sealed class AuditTrail(AuditWriter writer, TimeProvider time) : IAuditTrail
{
    public async Task<AuditEntry> BeginAsync(AuditedAction action, Actor actor, AccountId? account, CancellationToken cancellationToken)
    {
        var entry = Entry(action, actor, account);
        await writer.WriteAsync(entry, isNew: true, cancellationToken);
        return entry;
    }

    public Task EndAsync(AuditEntry entry, AuditEnd end, CancellationToken cancellationToken) =>
        writer.WriteAsync(entry.End(end), isNew: false, cancellationToken);

    public Task DenyAsync(AuditedAction action, Actor actor, string reason, CancellationToken cancellationToken) =>
        writer.WriteAsync(Entry(action, actor, null).End(new AuditEnd(AuditOutcome.Denied, reason)), isNew: true, cancellationToken);

    private AuditEntry Entry(AuditedAction action, Actor actor, AccountId? account) => new()
    {
        At = time.GetUtcNow(),
        ActorId = actor.UserId,
        ActorName = actor.Name,
        IpAddress = actor.IpAddress,
        Action = action.Action,
        Subject = action.Subject,
        AccountId = account,
    };
}
