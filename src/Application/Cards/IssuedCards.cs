using System.Text.Json;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.Cards;

/// <summary>Issues cards, new ones and replacements, the same way.</summary>
internal sealed class IssuedCards(ICardGateway stripe, ICardReader cards, ICardCopies copies, StripeWriter writer)
{
    public async Task<StripeState<Card>> IssueAsync(
        NewCard card, AccountId account, string subject, string kind, string? requestId, CancellationToken cancellationToken)
    {
        var onBehalfOf = (await cards.AccountAsync(account, cancellationToken) ?? throw new NotFoundException("account")).OnBehalfOf;
        var intent = new WriteIntent(
            kind, subject, account, requestId, JsonSerializer.SerializeToElement(new { cardholder = card.Cardholder.Value }));
        return await writer.RunAsync(
            intent,
            (key, token) => stripe.IssueAsync(card, account, onBehalfOf, key, token),
            (_, issued) => copies.KeepAsync(issued, CancellationToken.None),
            open => stripe.FindIssuedAsync(card.Cardholder, open.StartedAt, open.Key.ToString("N"), account, onBehalfOf, CancellationToken.None),
            async id => (await cards.FindAsync(CardId.Parse(id), cancellationToken))?.Card ?? throw new NotFoundException("card"),
            issued => issued.Id.Value,
            cancellationToken);
    }
}
