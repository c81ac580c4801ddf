using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>Finds out what became of a card that was to be issued, replaced, frozen, activated or canceled.</summary>
internal sealed class CardOperationReconciler(
    IOperationSubjectReader reader, ICardReplicaUpdater replicas, ICardFreezeStore freezes, IStripeOperations operations,
    IUnitOfWork unitOfWork) : IOperationReconciler
{
    public bool Handles(string kind) => kind.StartsWith("card.", StringComparison.Ordinal);

    public async Task ReconcileAsync(PendingOperation operation, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(operation, cancellationToken);
        await unitOfWork.ExecuteAsync(
            async () =>
            {
                // What is as it was wanted, though Stripe was never asked, is somebody else's doing.
                var applied = operation.WasSent && found is not null && IsApplied(operation, found);
                if (!await operations.CompleteAsync(operation, applied, applied ? found!.Id.Value : null, cancellationToken)
                    || found is null)
                    return;
                // A new card is not what the operation was open on, so events may have told of it meanwhile.
                if (operation.Operation.Subject == found.Id.Value)
                    await replicas.UpsertWithinOperationAsync(found, cancellationToken);
                else
                    await replicas.UpsertAsync(found, cancellationToken);
                if (applied)
                    await SaveFreezeAsync(operation, found, cancellationToken);
            },
            cancellationToken);
    }

    private static bool IsApplied(PendingOperation pending, Card card) =>
        !pending.Operation.Intent.TryGetProperty("status", out var wanted) || wanted.GetString() == card.Status.ToString();

    private async Task SaveFreezeAsync(PendingOperation pending, Card card, CancellationToken cancellationToken)
    {
        if (pending.Operation.Kind == "card.freeze" && card.Status == CardStatus.Inactive)
            await freezes.SaveFreezeAsync(
                // Somebody may have frozen it in the Dashboard meanwhile, so the cardholder has to ask an admin.
                new CardFreeze(card.Id, ByAdmin: true, pending.ActorId, pending.ActorName, pending.StartedAt), cancellationToken);
        else if (card.Status != CardStatus.Inactive)
            await freezes.ClearFreezeAsync(card.Id, cancellationToken);
    }
}
