using CleanIssuing.Application.Cards;
using Microsoft.Extensions.Logging;
using Stripe;
using Stripe.Issuing;
using Account = CleanIssuing.Domain.Accounts.Account;
using Card = CleanIssuing.Domain.Cards.Card;
using Cardholder = CleanIssuing.Domain.Cards.Cardholder;

namespace CleanIssuing.Infrastructure.Stripe.Cards;

/// <summary>Lists accounts, cardholders and cards, in pages of Stripe's largest size.</summary>
internal sealed class StripeCardReader(IStripeClient stripe, TimeProvider time, ILogger<StripeCardReader> logger) : IStripeCardReader
{
    private const int PageSize = 100;

    public async Task<Page<Cardholder>> ListCardholdersAsync(Account account, string? after, CancellationToken cancellationToken)
    {
        var options = new CardholderListOptions { Limit = PageSize, StartingAfter = after };
        var page = await StripeErrors.CallAsync(
            () => new CardholderService(stripe).ListAsync(options, StripeClients.OnBehalfOf(account.OnBehalfOf), cancellationToken),
            null, cancellationToken);
        var asOf = StripeClock.DateOf(page.StripeResponse, time);
        return StripePages.Map(page, holder => CardMapper.Cardholder(holder, account.Id, asOf), logger);
    }

    public async Task<ShippingAddress?> FindBillingAddressAsync(
        CardholderId cardholder, AccountId? onBehalfOf, CancellationToken cancellationToken)
    {
        var found = await StripeErrors.CallAsync(
            () => new CardholderService(stripe).GetAsync(cardholder.Value, null, StripeClients.OnBehalfOf(onBehalfOf), cancellationToken),
            StripeErrors.Missing, cancellationToken);
        return found.Billing?.Address is { Line1.Length: > 0 } address
            ? new ShippingAddress(
                found.Name ?? "", address.Line1, address.Line2, address.City ?? "", address.State, address.PostalCode ?? "",
                address.Country ?? "", "standard")
            : null;
    }

    public async Task<Page<Card>> ListCardsAsync(Account account, string? after, CancellationToken cancellationToken)
    {
        var options = new global::Stripe.Issuing.CardListOptions { Limit = PageSize, StartingAfter = after };
        var page = await StripeErrors.CallAsync(
            () => new global::Stripe.Issuing.CardService(stripe)
                .ListAsync(options, StripeClients.OnBehalfOf(account.OnBehalfOf), cancellationToken),
            null, cancellationToken);
        var asOf = StripeClock.DateOf(page.StripeResponse, time);
        return StripePages.Map(page, card => CardMapper.Card(card, account.Id, asOf), logger);
    }
}
