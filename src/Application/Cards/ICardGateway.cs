using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>Cards and cardholders at Stripe.</summary>
public interface ICardGateway
{
    Task<StripeState<Card>> GetAsync(CardId card, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken);

    Task<StripeState<Cardholder>> GetAsync(CardholderId cardholder, AccountId account, AccountId? onBehalfOf,
        CancellationToken cancellationToken);

    Task<StripeState<Card>> SetStatusAsync(
        CardId card, CardStatus status, CancellationReason? reason, AccountId account, AccountId? onBehalfOf, string key,
        CancellationToken cancellationToken);

    /// <summary>Changes what differs, and nothing else.</summary>
    /// <param name="before">What Stripe has.</param>
    Task<StripeState<Card>> SetControlsAsync(
        CardId card, SpendingControls before, SpendingControls after, AccountId account, AccountId? onBehalfOf, string key,
        CancellationToken cancellationToken);

    /// <inheritdoc cref="SetControlsAsync(CardId, SpendingControls, SpendingControls, AccountId, AccountId?, string, CancellationToken)"/>
    Task<StripeState<Cardholder>> SetControlsAsync(
        CardholderId cardholder, SpendingControls before, SpendingControls after, AccountId account, AccountId? onBehalfOf, string key,
        CancellationToken cancellationToken);

    /// <param name="key">The idempotency key; also kept in the card's metadata.</param>
    Task<StripeState<Card>> IssueAsync(
        NewCard card, AccountId account, AccountId? onBehalfOf, string key, CancellationToken cancellationToken);

    /// <summary>The card that was issued with this key, where Stripe has it.</summary>
    Task<StripeState<Card>?> FindIssuedAsync(
        CardholderId cardholder, DateTimeOffset since, string key, AccountId account, AccountId? onBehalfOf,
        CancellationToken cancellationToken);
}
