using CleanIssuing.Application.Audit;
using CleanIssuing.Domain.Audit;
using CleanIssuing.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Stores;

internal sealed class AuditReader(IssuingDbContext db) : IAuditReader
{
    public async Task<IReadOnlyList<AuditEntry>> PageAsync(
        IReadOnlyList<AccountId> accounts, AuditFilter filter, long? before, int take, CancellationToken cancellationToken) =>
        await Matching(accounts, filter).Where(e => before == null || e.Id < before).OrderByDescending(e => e.Id).Take(take).ToListAsync(cancellationToken);

    public IAsyncEnumerable<AuditEntry> AllAsync(IReadOnlyList<AccountId> accounts, AuditFilter filter, CancellationToken cancellationToken) =>
        Matching(accounts, filter).OrderByDescending(e => e.Id).AsAsyncEnumerable();

    private IQueryable<AuditEntry> Matching(IReadOnlyList<AccountId> accounts, AuditFilter filter)
    {
        // What belongs to no account, somebody's refused try at a card that is not theirs for one, is the platform's to see.
        var isPlatform = db.Accounts.Any(a => a.Kind == AccountKind.Platform && accounts.Contains(a.Id));
        AccountId?[] wanted = [.. accounts];
        var rows = db.AuditEntries.Where(e => wanted.Contains(e.AccountId) || (e.AccountId == null && isPlatform && filter.Account == null));
        if (filter.Actor is { Length: > 0 } actor)
        {
            var part = actor.ToLowerInvariant();
            rows = rows.Where(e => e.ActorName != null && e.ActorName.ToLower().Contains(part));
        }

        if (filter.Action is { Length: > 0 } action)
            rows = rows.Where(e => e.Action.StartsWith(action));
        if (filter.Subject is { Length: > 0 } subject)
            rows = rows.Where(e => e.Subject == subject);
        if (filter.Outcome is { } outcome)
        {
            var wantedOutcome = Enum.Parse<AuditOutcome>(outcome, ignoreCase: true);
            rows = rows.Where(e => e.Outcome == wantedOutcome);
        }

        if (filter.From is { } from)
        {
            var start = new DateTimeOffset(from.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            rows = rows.Where(e => e.At >= start);
        }

        if (filter.To is { } to)
        {
            var end = new DateTimeOffset(to.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(1);
            rows = rows.Where(e => e.At < end);
        }

        return rows;
    }
}
