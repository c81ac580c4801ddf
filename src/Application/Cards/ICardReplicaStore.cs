using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>
/// Keeps the replicas of cards and cardholders. A state is dated by Stripe's clock, to the second: a newer one wins, an older one is
/// ignored. Another state of the same second is written and queued for a refresh from Stripe, whose answer decides.
/// </summary>
public interface ICardReplicaStore
{
    /// <returns>The controls of before, where they differ from the new ones.</returns>
    Task<SpendingControls?> UpsertAsync(Card card, CancellationToken cancellationToken);

    Task UpsertAsync(Cardholder cardholder, CancellationToken cancellationToken);
}
