using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Audit;
using CleanIssuing.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Stores;

internal sealed class AuditTrail(IDbContextFactory<IssuingDbContext> contexts, TimeProvider time) : IAuditTrail
{
    public async Task<long> BeginAsync(AuditedAction action, Actor actor, AccountId? account, CancellationToken cancellationToken)
    {
        var entry = Entry(action, actor, account);
        await AddAsync(entry, cancellationToken);
        return entry.Id;
    }

    public async Task EndAsync(
        long entry, AuditOutcome outcome, string? reason, string? stripeRequestId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ended = await db.AuditEntries
            .Where(e => e.Id == entry && e.Outcome == AuditOutcome.Started)
            .ExecuteUpdateAsync(
                set => set.SetProperty(e => e.Outcome, outcome)
                    .SetProperty(e => e.Reason, reason)
                    .SetProperty(e => e.StripeRequestId, stripeRequestId),
                cancellationToken);
        if (ended != 1)
            throw new InvalidOperationException("The audit entry to end is not there, or has ended before.");
    }

    public Task DenyAsync(AuditedAction action, Actor actor, string reason, CancellationToken cancellationToken) =>
        AddAsync(Entry(action, actor, null).End(AuditOutcome.Denied, reason), cancellationToken);

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

    private async Task AddAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        // A context of its own: what a handler leaves unsaved in its context must not be saved along.
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.AuditEntries.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
    }
}
