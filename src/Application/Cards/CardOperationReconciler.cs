using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>Finds out what became of a card that was to be issued, replaced, frozen, activated or canceled.</summary>
internal sealed class CardOperationReconciler(
    IAccountReader accounts, ICardGateway stripe, ICardReplicaUpdater replicas, ICardFreezeStore freezes, IStripeOperations operations,
    IUnitOfWork unitOfWork) : IOperationReconciler
{
    public bool Handles(string kind) => kind.StartsWith("card.", StringComparison.Ordinal);

    public async Task ReconcileAsync(PendingOperation operation, CancellationToken cancellationToken)
    {
        var found = await FindAsync(operation, cancellationToken);
        await unitOfWork.ExecuteAsync(
            async () =>
            {
                if (found is not null)
                {
                    await replicas.UpsertWithinOperationAsync(found, cancellationToken);
                    await SaveFreezeAsync(operation, found, cancellationToken);
                }

                var applied = found is not null && IsApplied(operation, found);
                await operations.CompleteAsync(operation, applied, applied ? found!.Id.Value : null, cancellationToken);
            },
            cancellationToken);
    }

    private async Task<Card?> FindAsync(PendingOperation pending, CancellationToken cancellationToken)
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
        catch (StripeRefusedException)
        {
            // Stripe knows no such thing any more, so nothing came of it.
            return null;
        }
    }

    private static bool IsApplied(PendingOperation pending, Card card) =>
        !pending.Operation.Intent.TryGetProperty("status", out var wanted) || wanted.GetString() == card.Status.ToString();

    private async Task SaveFreezeAsync(PendingOperation pending, Card card, CancellationToken cancellationToken)
    {
        if (pending.Operation.Kind == "card.freeze" && card.Status == CardStatus.Inactive)
            await freezes.SaveFreezeAsync(
                // Whether it was an admin is not kept with the operation: the cardholder then has to ask one.
                new CardFreeze(card.Id, ByAdmin: true, pending.ActorId, pending.ActorName, pending.StartedAt), cancellationToken);
        else if (card.Status != CardStatus.Inactive)
            await freezes.ClearFreezeAsync(card.Id, cancellationToken);
    }
}
