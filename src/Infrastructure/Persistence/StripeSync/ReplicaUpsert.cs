using CleanIssuing.Application.Authorizations;
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

    /// <summary>How long a virtual card that is not active may wait to be activated, rather than having been frozen.</summary>
    private static readonly TimeSpan New = TimeSpan.FromHours(1);

    private readonly HashSet<StaleSpendDay> _changedDays = [];

    /// <param name="isLater">
    /// Whether the state is known to be later than a replica of the same second. Where it is not, nothing is written before Stripe has been
    /// asked: the event of an earlier change may arrive after the answer to a later one, and would put a change that never was into the
    /// history, and end a freeze that goes on.
    /// </param>
    /// <returns>The controls of before, where they have changed.</returns>
    public async Task<SpendingControls?> ApplyAsync(Card? replica, Card state, bool isLater, CancellationToken cancellationToken)
    {
        if (!IsOfSameOwner(replica, state))
            throw new AccountDiffersException(state.Id.Value);
        if (replica is not null)
        {
            // Once active is active once, whichever of the states came later.
            state = state with { HasBeenActive = state.HasBeenActive || replica.HasBeenActive };
            var differ = replica with { AsOf = state.AsOf, HasBeenActive = state.HasBeenActive } != state;
            if (!await SupersedesAsync(replica, state, differ, isLater, cancellationToken))
            {
                if (state.HasBeenActive != replica.HasBeenActive)
                    db.Upsert(replica, replica with { HasBeenActive = true });
                return null;
            }

            // Who froze the card is told for as long as it stays frozen, whoever ends that.
            if (replica.Status != state.Status)
                await db.CardFreezes.Where(f => f.CardId == state.Id).ExecuteDeleteAsync(cancellationToken);
        }
        else if (state.ShippingStatus == ShippingStatus.Delivered
            || state is { Type: CardType.Virtual, Status: CardStatus.Inactive } && state.AsOf - state.CreatedAt > New)
        {
            // Nobody here saw it arrive, or being made, so nobody knows whether it was active before it was stopped.
            state = state with { HasBeenActive = true };
        }

        var before = ControlsBefore(replica, state);
        db.Upsert(replica, state);
        return before;
    }

    /// <inheritdoc cref="ApplyAsync(Card?, Card, bool, CancellationToken)"/>
    public async Task<SpendingControls?> ApplyAsync(
        Cardholder? replica, Cardholder state, bool isLater, CancellationToken cancellationToken)
    {
        if (!IsOfSameOwner(replica, state))
            throw new AccountDiffersException(state.Id.Value);
        if (replica is not null)
        {
            var differ = replica with { AsOf = state.AsOf } != state;
            if (!await SupersedesAsync(replica, state, differ, isLater, cancellationToken))
                return null;
            if (replica.Name != state.Name)
                await db.Cards.Where(c => c.CardholderId == state.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.CardholderName, state.Name), cancellationToken);
        }

        var before = ControlsBefore(replica, state);
        db.Upsert(replica, state);
        return before;
    }

    public async Task ApplyAsync(Authorization? replica, Authorization state, CancellationToken cancellationToken)
    {
        if (!IsOfSameOwner(replica, state))
            throw new AccountDiffersException(state.Id.Value);
        // What the transactions say of it is kept by those.
        if (replica is not null)
            state = state with { CapturedMinor = replica.CapturedMinor, RefundedMinor = replica.RefundedMinor };
        var differ = replica is null || replica with { AsOf = state.AsOf } != state;
        if (replica is not null)
        {
            await QueueUnlessNewerAsync(state.Id.Value, state.AccountId, replica.AsOf, state.AsOf, differ, cancellationToken);
            if (!(state.AsOf > replica.AsOf || (state.AsOf == replica.AsOf && differ)))
                return;
        }

        if (differ)
            _changedDays.Add(new StaleSpendDay(state.AccountId, state.Day));
        db.Upsert(replica, state);
    }

    /// <summary>Sums up what the transactions of these purchases captured and gave back. Called once they are saved.</summary>
    public async Task SumTransactionsAsync(IReadOnlyCollection<AuthorizationId> authorizations, CancellationToken cancellationToken)
    {
        if (authorizations.Count == 0)
            return;
        await db.Authorizations.Where(a => authorizations.Contains(a.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(a => a.CapturedMinor, a =>
                    db.Transactions.Any(t => t.AuthorizationId == a.Id && t.Type == TransactionType.Capture)
                        ? -db.Transactions.Where(t => t.AuthorizationId == a.Id && t.Type == TransactionType.Capture)
                            .Sum(t => t.Amount.Minor)
                        : null)
                .SetProperty(a => a.RefundedMinor, a => db.Transactions
                    .Where(t => t.AuthorizationId == a.Id && t.Type == TransactionType.Refund).Sum(t => Math.Abs(t.Amount.Minor))),
            cancellationToken);
        foreach (var changed in await db.Authorizations.Where(a => authorizations.Contains(a.Id))
            .Select(a => new { a.AccountId, a.CreatedAt }).ToListAsync(cancellationToken))
            _changedDays.Add(new StaleSpendDay(changed.AccountId, DateOnly.FromDateTime(changed.CreatedAt.UtcDateTime)));
    }

    /// <summary>
    /// Writes down, in the same transaction, on which days purchases have changed, so that what these days came to is summed up anew.
    /// </summary>
    public async Task MarkStaleDaysAsync(CancellationToken cancellationToken)
    {
        foreach (var (account, day) in _changedDays)
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO \"StaleSpendDays\" (\"AccountId\", \"Day\") VALUES ({account.Value}, {day}) ON CONFLICT DO NOTHING",
                cancellationToken);
        _changedDays.Clear();
    }

    /// <summary>A transaction never changes but for what is told of it, so the latest word is kept.</summary>
    public void Apply(IssuingTransaction? replica, IssuingTransaction state)
    {
        if (replica is not null && (replica.AccountId, replica.CardId) != (state.AccountId, state.CardId))
            throw new AccountDiffersException(state.Id);
        if (replica is null || replica.AsOf <= state.AsOf)
            db.Upsert(replica, state);
    }

    /// <summary>What an object belongs to never changes: its account, the cardholder of a card, the card of a purchase.</summary>
    public static bool IsOfSameOwner(Card? replica, Card state) =>
        replica is null || (replica.AccountId, replica.CardholderId) == (state.AccountId, state.CardholderId);

    /// <inheritdoc cref="IsOfSameOwner(Card?, Card)"/>
    public static bool IsOfSameOwner(Cardholder? replica, Cardholder state) => replica is null || replica.AccountId == state.AccountId;

    /// <inheritdoc cref="IsOfSameOwner(Card?, Card)"/>
    public static bool IsOfSameOwner(Authorization? replica, Authorization state) =>
        replica is null || (replica.AccountId, replica.CardId) == (state.AccountId, state.CardId);

    private static SpendingControls? ControlsBefore(IControlsOwner? replica, IControlsOwner state) =>
        replica is null || replica.SpendingControls.Equals(state.SpendingControls) ? null : replica.SpendingControls;

    /// <summary>Queues a refresh where it cannot be told for sure which of the two is the later state.</summary>
    /// <param name="differ">Whether there is more to tell them apart than their times.</param>
    /// <param name="isLater">Whether the state is known to be later than a replica of the same second.</param>
    /// <returns>Whether the state is to be written over the replica.</returns>
    private async Task<bool> SupersedesAsync(
        IControlsOwner replica, IControlsOwner state, bool differ, bool isLater, CancellationToken cancellationToken)
    {
        var isLaterOfSecond = isLater && state.AsOf == replica.AsOf;
        if (!isLaterOfSecond)
            await QueueUnlessNewerAsync(state.OwnerId, state.AccountId, replica.AsOf, state.AsOf, differ, cancellationToken);
        return state.AsOf > replica.AsOf || (isLaterOfSecond && differ);
    }

    private async Task QueueUnlessNewerAsync(
        string id, AccountId account, DateTimeOffset replica, DateTimeOffset state, bool differ, CancellationToken cancellationToken)
    {
        if (differ && state <= replica && replica - state < Blurred)
            await refreshes.AddAsync(id, account, cancellationToken);
    }
}
