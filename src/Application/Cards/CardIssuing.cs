using System.Text.Json;
using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>What issuing a new card and replacing an old one have in common.</summary>
internal sealed class CardIssuing(
    ICardGateway stripe, IAccountReader accounts, ICardReader cards, ICardReplicaStore replicas, IStripeOperations operations)
{
    /// <param name="check">Refuses what is no longer allowed; not asked for a second click, which is the same request.</param>
    public async Task<StripeState<Card>> IssueAsync(
        NewCard card, AccountId account, string subject, string kind, string? requestId, Func<Task> check,
        CancellationToken cancellationToken)
    {
        var onBehalfOf =
            (await accounts.FindAsync(account, cancellationToken) ?? throw new NotFoundException(EntityKind.Account)).OnBehalfOf;
        var operation = new StripeOperation(
            kind, subject, account, requestId,
            JsonSerializer.SerializeToElement(new { cardholder = card.Cardholder.Value }))
        {
            // The same form with other controls is another request.
            Unstored = $"{card} {card.Controls?.Version}",
        };
        return await operations.RunAsync(
            operation,
            (_, _) => check(),
            (key, token) => stripe.IssueAsync(card, account, onBehalfOf, key, token),
            (_, issued) => replicas.UpsertAsync(issued, CancellationToken.None),
            pending => stripe.FindIssuedAsync(
                card.Cardholder, pending.StartedAt, pending.Key.ToString("N"), account, onBehalfOf, CancellationToken.None),
            async (_, id) => (await cards.FindAsync(CardId.Parse(id), cancellationToken))?.Card
                ?? throw new NotFoundException(EntityKind.Card),
            issued => issued.Id.Value,
            cancellationToken);
    }
}
