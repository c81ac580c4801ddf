using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>Keeps the replicas of cards and cardholders. An older state never overwrites a newer one.</summary>
public interface ICardReplicaStore
{
    /// <summary>Writes a state that was read from Stripe, or that Stripe answered a change with.</summary>
    /// <returns>The controls of before, where they differ from the new ones.</returns>
    Task<SpendingControls?> UpsertAsync(Card card, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the state of an event, which is dated to the second: where it cannot be told which of two states is the later one, the
    /// card is queued to be read from Stripe.
    /// </summary>
    /// <returns>The controls of before, where they differ from the new ones.</returns>
    Task<SpendingControls?> ApplyEventAsync(Card card, CancellationToken cancellationToken);

    Task UpsertAsync(Cardholder cardholder, CancellationToken cancellationToken);

    /// <inheritdoc cref="ApplyEventAsync(Card, CancellationToken)" />
    Task ApplyEventAsync(Cardholder cardholder, CancellationToken cancellationToken);
}
