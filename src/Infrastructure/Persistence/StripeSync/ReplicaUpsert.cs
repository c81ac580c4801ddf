using CleanIssuing.Application.StripeSync.Replicas;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

/// <summary>
/// The one place that writes a state of Stripe's over a replica, whether an import, an event or an answer brought it. Runs in a
/// transaction, on a tracked replica; whoever calls saves.
/// </summary>
internal sealed class ReplicaUpsert(IssuingDbContext db)
{
    private enum Age
    {
        Newer,
        Older,
        Unclear,
    }

    /// <returns>The controls of before, where they have changed.</returns>
    public async Task<SpendingControls?> ApplyAsync(Card? replica, Card state, bool isEvent, CancellationToken cancellationToken)
    {
        if (replica is not null && Compare(replica.AsOf, state.AsOf, isEvent) is { } age and not Age.Newer)
        {
            if (age == Age.Unclear && replica with { AsOf = state.AsOf } != state)
                await QueueRefreshAsync(state.Id.Value, state.AccountId, cancellationToken);
            return null;
        }

        var before = replica?.SpendingControls;
        if (state.Status != CardStatus.Inactive && replica?.Status == CardStatus.Inactive)
            await db.CardFreezes.Where(f => f.CardId == state.Id).ExecuteDeleteAsync(cancellationToken);
        db.Upsert(replica, state);
        return before is null || before.Equals(state.SpendingControls) ? null : before;
    }

    public async Task ApplyAsync(Cardholder? replica, Cardholder state, bool isEvent, CancellationToken cancellationToken)
    {
        if (replica is not null && Compare(replica.AsOf, state.AsOf, isEvent) is { } age and not Age.Newer)
        {
            if (age == Age.Unclear && replica with { AsOf = state.AsOf } != state)
                await QueueRefreshAsync(state.Id.Value, state.AccountId, cancellationToken);
            return;
        }

        if (replica is not null && replica.Name != state.Name)
            await db.Cards.Where(c => c.CardholderId == state.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.CardholderName, state.Name), cancellationToken);
        db.Upsert(replica, state);
    }

    public void Apply(Authorization? replica, Authorization state)
    {
        // Of two states of the same second, the one in which more has happened is the later one.
        var (had, has) = (replica?.AsOf.ToUnixTimeSeconds() ?? 0, state.AsOf.ToUnixTimeSeconds());
        if (replica is null || had < has || (had == has && replica.Status == AuthorizationStatus.Pending))
            db.Upsert(replica, state);
    }

    public void Apply(IssuingTransaction? replica, IssuingTransaction state)
    {
        if (replica is null || replica.AsOf <= state.AsOf)
            db.Upsert(replica, state);
    }

    private static Age Compare(DateTimeOffset replica, DateTimeOffset state, bool isEvent)
    {
        if (!isEvent)
            return replica <= state ? Age.Newer : Age.Older;
        // Events are dated to the second.
        var second = DateTimeOffset.FromUnixTimeSeconds(replica.ToUnixTimeSeconds());
        return second < state ? Age.Newer : second == state ? Age.Unclear : Age.Older;
    }

    private async Task QueueRefreshAsync(string id, AccountId account, CancellationToken cancellationToken)
    {
        if (!await db.RefreshQueue.AnyAsync(o => o.ObjectId == id, cancellationToken))
            db.RefreshQueue.Add(new RefreshQueueItem(id, account));
    }
}
