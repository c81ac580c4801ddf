using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common.Validation;
using CleanIssuing.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Audit;

internal sealed class AuditReader(IssuingDbContext db) : IAuditReader
{
    public async Task<IReadOnlyList<AuditEntry>> PageAsync(
        AuditScope scope, AuditFilter filter, long? before, long? after, int take, CancellationToken cancellationToken)
    {
        var entries = Matching(scope, filter);
        // Looked up in the list itself, so that nothing is learnt of other entries.
        if ((before ?? after) is { } cursor && !await entries.AnyAsync(e => e.Id == cursor, cancellationToken))
            throw InvalidReason.Cursor.For(before is null ? "after" : "before");
        if (after is null)
            return await entries.Where(e => before == null || e.Id < before).OrderByDescending(e => e.Id).Take(take)
                .ToListAsync(cancellationToken);
        var later = await entries.Where(e => e.Id > after).OrderBy(e => e.Id).Take(take).ToListAsync(cancellationToken);
        later.Reverse();
        return later;
    }

    public IAsyncEnumerable<AuditEntry> ListAsync(AuditScope scope, AuditFilter filter, CancellationToken cancellationToken) =>
        Matching(scope, filter).OrderByDescending(e => e.Id).AsAsyncEnumerable();

    private IQueryable<AuditEntry> Matching(AuditScope scope, AuditFilter filter)
    {
        AccountId?[] accounts = [.. scope.Accounts];
        var withoutAccount = scope.WithoutAccount;
        var rows = db.AuditEntries.Where(e => accounts.Contains(e.AccountId) || (e.AccountId == null && withoutAccount));
        if (filter.Actor is { Length: > 0 } actor)
        {
            var part = actor.ToLowerInvariant();
            rows = rows.Where(e => e.ActorName != null && e.ActorName.ToLower().Contains(part));
        }

        if (filter.Text is { Length: > 0 } text)
        {
            var (part, named) = (text.ToLowerInvariant(), filter.Named);
            rows = rows.Where(e =>
                (e.ActorName != null && e.ActorName.ToLower().Contains(part)) || e.Subject == text || named.Contains(e.Subject)
                || (e.ActorId != null && named.Contains(e.ActorId)));
        }

        if (filter.Action is { Length: > 0 } action)
            rows = rows.Where(e => e.Action.StartsWith(action));
        if (filter.Subject is { Length: > 0 } subject)
            rows = rows.Where(e => e.Subject == subject);
        if (Codes.Find<AuditOutcome>(filter.Outcome) is { } outcome)
            rows = rows.Where(e => e.Outcome == outcome);

        if (filter.From is { } from)
            rows = rows.Where(e => e.At >= from);
        if (filter.To is { } to)
            rows = rows.Where(e => e.At < to);

        return rows;
    }
}
