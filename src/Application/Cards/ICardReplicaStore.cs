using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>
/// Keeps the replicas of cards and cardholders. A state is dated by Stripe's clock, to the second: a newer one wins, an older one is
/// ignored. Between two of the same second, a refresh from Stripe decides, unless it is known which is later.
/// </summary>
public interface ICardReplicaStore
{
    /// <summary>The replica as it is stored now, to be held against what it will be once Stripe has answered.</summary>
    Task<Card?> FindAsync(CardId card, CancellationToken cancellationToken);

    /// <summary>A state of which no more is known than its second: an event's, or one from a list.</summary>
    /// <returns>The controls of before, where they differ from the new ones.</returns>
    Task<SpendingControls?> UpsertAsync(Card card, CancellationToken cancellationToken);

    /// <summary>
    /// A state that Stripe was asked for when the replica was <paramref name="replica"/>. If it still is, the state is the later one.
    /// </summary>
    /// <returns>The controls of before, where they differ from the new ones.</returns>
    Task<SpendingControls?> UpsertReadAsync(Card card, Card? replica, CancellationToken cancellationToken);

    /// <summary>
    /// A state that Stripe gave to the operation that is open on the card, in the transaction that ends it. Nothing else has written the
    /// replica meanwhile, so it is the later one.
    /// </summary>
    /// <returns>The controls of before, where they differ from the new ones.</returns>
    Task<SpendingControls?> UpsertWithinOperationAsync(Card card, CancellationToken cancellationToken);

    /// <inheritdoc cref="FindAsync(CardId, CancellationToken)"/>
    Task<Cardholder?> FindAsync(CardholderId cardholder, CancellationToken cancellationToken);

    /// <inheritdoc cref="UpsertAsync(Card, CancellationToken)"/>
    Task<SpendingControls?> UpsertAsync(Cardholder cardholder, CancellationToken cancellationToken);

    /// <inheritdoc cref="UpsertReadAsync(Card, Card?, CancellationToken)"/>
    Task<SpendingControls?> UpsertReadAsync(Cardholder cardholder, Cardholder? replica, CancellationToken cancellationToken);

    /// <inheritdoc cref="UpsertWithinOperationAsync(Card, CancellationToken)"/>
    Task<SpendingControls?> UpsertWithinOperationAsync(Cardholder cardholder, CancellationToken cancellationToken);
}
