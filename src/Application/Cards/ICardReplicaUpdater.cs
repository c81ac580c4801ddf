using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>
/// Brings the replica of a card or a cardholder up to date and tells of controls that were changed elsewhere, in one transaction. While
/// an operation of ours on it is open, that operation alone brings its state; any other is queued to be read from Stripe afterwards.
/// </summary>
public interface ICardReplicaUpdater
{
    /// <summary>A state that an event or a list brought.</summary>
    /// <returns>Whether it could be applied; if not, it is queued for a refresh.</returns>
    Task<bool> UpsertAsync(Card card, CancellationToken cancellationToken);

    /// <inheritdoc cref="UpsertAsync(Card, CancellationToken)"/>
    Task<bool> UpsertAsync(Cardholder cardholder, CancellationToken cancellationToken);

    /// <summary>Reads the card from Stripe now.</summary>
    /// <returns>The card, and whether its state could be applied; if not, it is queued for another refresh.</returns>
    /// <exception cref="ExpectedException">Stripe cannot be asked, or does not have it.</exception>
    Task<(Card Card, bool IsApplied)> ReadAsync(
        CardId card, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken);

    /// <summary>Reads the cardholder from Stripe now.</summary>
    /// <returns>Whether the state could be applied; if not, it is queued for another refresh.</returns>
    /// <exception cref="ExpectedException">Stripe cannot be asked, or does not have them.</exception>
    Task<bool> ReadAsync(CardholderId cardholder, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken);

    /// <summary>Has the card read from Stripe soon.</summary>
    Task QueueRefreshAsync(CardId card, AccountId account, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the card from Stripe for an operation, before it changes anything. Another process may have taken the operation for dead
    /// and ended it meanwhile, and another operation may be open: then nothing is written, and the card is read again afterwards.
    /// </summary>
    /// <exception cref="ExpectedException">Stripe cannot be asked, or does not have it.</exception>
    Task<StripeState<Card>> ReadWithinOperationAsync(
        PendingOperation operation, CardId card, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken);

    /// <inheritdoc cref="ReadWithinOperationAsync(PendingOperation, CardId, AccountId, AccountId?, CancellationToken)"/>
    Task<StripeState<Cardholder>> ReadWithinOperationAsync(
        PendingOperation operation, CardholderId cardholder, AccountId account, AccountId? onBehalfOf,
        CancellationToken cancellationToken);

    /// <summary>A state that Stripe gave to the operation, in the transaction that ends it.</summary>
    Task UpsertWithinOperationAsync(Card card, CancellationToken cancellationToken);
}
