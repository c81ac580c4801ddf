using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

internal sealed class OperationSubjectReader(IAccountReader accounts, ICardGateway stripe) : IOperationSubjectReader
{
    public Task<Card?> FindAsync(PendingOperation pending, CancellationToken cancellationToken)
    {
        var operation = pending.Operation;
        return ReadAsync(operation, async onBehalfOf =>
        {
            if (operation.Kind is not (StripeOperation.IssueKind or "card.replace"))
                return await stripe.GetAsync(CardId.Parse(operation.Subject), operation.Account, onBehalfOf, cancellationToken);

            var cardholder = CardholderId.Parse(operation.Intent.GetProperty("cardholder").GetString());
            return await stripe.FindIssuedAsync(
                cardholder, pending.StartedAt, pending.Key.ToString("N"), operation.Account, onBehalfOf, cancellationToken);
        }, cancellationToken);
    }

    public Task<Cardholder?> FindCardholderAsync(PendingOperation pending, CancellationToken cancellationToken)
    {
        var operation = pending.Operation;
        return ReadAsync<Cardholder>(
            operation,
            async onBehalfOf => await stripe.GetAsync(
                CardholderId.Parse(operation.Subject), operation.Account, onBehalfOf, cancellationToken),
            cancellationToken);
    }

    private async Task<T?> ReadAsync<T>(
        StripeOperation operation, Func<AccountId?, Task<StripeState<T>?>> read, CancellationToken cancellationToken)
        where T : class
    {
        var onBehalfOf = (await accounts.FindAsync(operation.Account, cancellationToken))?.OnBehalfOf;
        try
        {
            return (await read(onBehalfOf))?.State;
        }
        catch (StripeRefusedException refusal) when (refusal.Reason == RefusalReason.MissingAtStripe)
        {
            return null;
        }
    }
}
