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
