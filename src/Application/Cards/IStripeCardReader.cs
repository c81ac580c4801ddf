using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>Lists cards and cardholders at Stripe, a page at a time, the newest first.</summary>
public interface IStripeCardReader
{
    Task<Page<Cardholder>> ListCardholdersAsync(Account account, string? after, CancellationToken cancellationToken);

    /// <summary>
    /// Where the cardholder is billed, which is where a card is sent as a rule; none where Stripe has no address of theirs.
    /// </summary>
    Task<ShippingAddress?> FindBillingAddressAsync(CardholderId cardholder, AccountId? onBehalfOf, CancellationToken cancellationToken);

    Task<Page<Card>> ListCardsAsync(Account account, string? after, CancellationToken cancellationToken);
}
