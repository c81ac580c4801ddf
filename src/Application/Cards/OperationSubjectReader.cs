using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

internal sealed class OperationSubjectReader(IAccountReader accounts, ICardGateway stripe) : IOperationSubjectReader
{
    public async Task<Card?> FindAsync(PendingOperation pending, CancellationToken cancellationToken)
    {
        var operation = pending.Operation;
        var onBehalfOf = (await accounts.FindAsync(operation.Account, cancellationToken))?.OnBehalfOf;
        try
        {
            if (operation.Kind is not ("card.issue" or "card.replace"))
                return (await stripe.GetAsync(CardId.Parse(operation.Subject), operation.Account, onBehalfOf, cancellationToken)).State;

            var cardholder = CardholderId.Parse(operation.Intent.GetProperty("cardholder").GetString());
            return (await stripe.FindIssuedAsync(
                cardholder, pending.StartedAt, pending.Key.ToString("N"), operation.Account, onBehalfOf, cancellationToken))?.State;
        }
        catch (StripeRefusedException refusal) when (refusal.Reason == RefusalReason.MissingAtStripe)
        {
            return null;
        }
    }
}
