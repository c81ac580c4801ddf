using CleanIssuing.Application.StripeSync.Replicas;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

/// <summary>
/// The one place that writes a state of Stripe's over a replica, whether an import, an event or an answer brought it. States are dated
/// by Stripe's clock, in whole seconds. Runs in a transaction, on a tracked replica; whoever calls saves.
/// </summary>
internal sealed class ReplicaUpsert(IssuingDbContext db, IRefreshQueue refreshes)
{
    // Stripe dates an answer to when it was sent, which is later than the state in it by as long as a call with its retries may take.
    private static readonly TimeSpan Blurred = TimeSpan.FromMinutes(2);

    /// <returns>The controls of before, where they have changed.</returns>
    public async Task<SpendingControls?> ApplyAsync(Card? replica, Card state, CancellationToken cancellationToken)
    {
        if (replica is not null)
        {
            var differs = replica with { AsOf = state.AsOf } != state;
            if (differs && IsUnclear(replica.AsOf, state.AsOf))
                await refreshes.AddAsync(state.Id.Value, state.AccountId, cancellationToken);
            if (replica.AsOf > state.AsOf || replica == state)
                return null;
            // Who froze the card is told for as long as it stays frozen, whoever ends that.
            if (replica.Status != state.Status)
                await db.CardFreezes.Where(f => f.CardId == state.Id).ExecuteDeleteAsync(cancellationToken);
        }

        var before = replica?.SpendingControls;
        db.Upsert(replica, state);
        return before is null || before.Equals(state.SpendingControls) ? null : before;
    }

    public async Task ApplyAsync(Cardholder? replica, Cardholder state, CancellationToken cancellationToken)
    {
        if (replica is not null)
        {
            var differs = replica with { AsOf = state.AsOf } != state;
            if (differs && IsUnclear(replica.AsOf, state.AsOf))
                await refreshes.AddAsync(state.Id.Value, state.AccountId, cancellationToken);
            if (replica.AsOf > state.AsOf || replica == state)
                return;
            if (replica.Name != state.Name)
                await db.Cards.Where(c => c.CardholderId == state.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.CardholderName, state.Name), cancellationToken);
        }

        db.Upsert(replica, state);
    }

    public async Task ApplyAsync(Authorization? replica, Authorization state, CancellationToken cancellationToken)
    {
        if (replica is not null)
        {
            var differs = replica with { AsOf = state.AsOf } != state;
            if (differs && IsUnclear(replica.AsOf, state.AsOf))
                await refreshes.AddAsync(state.Id.Value, state.AccountId, cancellationToken);
            if (replica.AsOf > state.AsOf || replica == state)
                return;
        }

        db.Upsert(replica, state);
    }

    /// <summary>Whether it cannot be told for sure which of the two is the later state.</summary>
    private static bool IsUnclear(DateTimeOffset replica, DateTimeOffset state) => state <= replica && replica - state < Blurred;

    /// <summary>A transaction never changes but for what is told of it, so the latest word is kept.</summary>
    public void Apply(IssuingTransaction? replica, IssuingTransaction state)
    {
        if (replica is null || replica.AsOf <= state.AsOf)
            db.Upsert(replica, state);
    }
}
