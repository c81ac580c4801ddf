using CleanIssuing.Application.Authorizations;
using CleanIssuing.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Stores;

internal sealed class EventInbox(IssuingDbContext db) : IEventInbox
{
    public async Task<bool> TakeAsync(InboxEvent taken, CancellationToken cancellationToken)
    {
        if (await db.StripeEvents.AnyAsync(e => e.Id == taken.Id, cancellationToken))
            return false;
        db.StripeEvents.Add(taken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            // Stripe sent it twice at the same moment.
            if (await db.StripeEvents.AnyAsync(e => e.Id == taken.Id, cancellationToken))
                return false;
            throw;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    public Task<InboxEvent?> NextAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        db.StripeEvents.Where(e => e.State == EventState.Waiting && e.DueAt <= now)
            .OrderBy(e => e.CreatedAt).ThenBy(e => e.Id).FirstOrDefaultAsync(cancellationToken);

    public async Task<bool> EndAsync(string id, EventState state, CancellationToken cancellationToken) =>
        await db.StripeEvents.Where(e => e.Id == id && e.State == EventState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.State, state).SetProperty(e => e.Failure, (string?)null), cancellationToken) == 1;

    public Task FailAsync(string id, string failure, EventState state, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        db.StripeEvents.Where(e => e.Id == id && e.State == EventState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.State, state).SetProperty(e => e.Failure, failure).SetProperty(e => e.DueAt, dueAt)
                .SetProperty(e => e.Tries, e => e.Tries + 1),
            cancellationToken);

    public async Task<IReadOnlyList<InboxEvent>> SetAsideAsync(int take, CancellationToken cancellationToken) =>
        await db.StripeEvents.Where(e => e.State == EventState.SetAside).OrderByDescending(e => e.CreatedAt).Take(take).ToListAsync(cancellationToken);

    public async Task<bool> RetryAsync(string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.StripeEvents.Where(e => e.Id == id && e.State == EventState.SetAside).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.State, EventState.Waiting).SetProperty(e => e.Tries, 0).SetProperty(e => e.DueAt, now), cancellationToken) == 1;

    public Task<DateTimeOffset?> LatestAsync(AccountId? account, CancellationToken cancellationToken) =>
        db.StripeEvents.Where(e => e.AccountId == account).OrderByDescending(e => e.CreatedAt)
            .Select(e => (DateTimeOffset?)e.CreatedAt).FirstOrDefaultAsync(cancellationToken);

    public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        db.StripeEvents.Where(e => e.CreatedAt < before && (e.State == EventState.Handled || e.State == EventState.Ignored))
            .ExecuteDeleteAsync(cancellationToken);

    public async Task<IReadOnlyList<(string ObjectId, AccountId Account)>> ToReadAsync(int take, CancellationToken cancellationToken)
    {
        var rows = await db.ObjectsToRead.OrderBy(o => o.ObjectId).Take(take).ToListAsync(cancellationToken);
        return [.. rows.Select(o => (o.ObjectId, o.AccountId))];
    }

    public Task WasReadAsync(string objectId, CancellationToken cancellationToken) =>
        db.ObjectsToRead.Where(o => o.ObjectId == objectId).ExecuteDeleteAsync(cancellationToken);
}
