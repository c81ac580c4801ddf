using System.Text.Json;
using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Finds out what became of spend controls that were to be changed, and keeps the history without a gap.</summary>
internal sealed class SpendControlsReconciler(
    IOperationSubjectReader reader, ICardReplicaStore replicas, IControlHistory history, IStripeOperations operations,
    IUnitOfWork unitOfWork, IPublisher publisher) : IOperationReconciler
{
    public bool Handles(string kind) => kind == UpdateSpendControls.OperationKind;

    public async Task ReconcileAsync(PendingOperation operation, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(operation, cancellationToken);
        await unitOfWork.ExecuteAsync(
            async () =>
            {
                var intent = operation.Operation.Intent.Deserialize<ControlsIntent>()!;
                var applied = operation.WasSent && found is not null
                    && found.SpendingControls.With(intent.Wanted.ToChange(found.Currency)).Equals(found.SpendingControls);
                if (!await operations.CompleteAsync(operation, applied, applied ? found!.Id.Value : null, cancellationToken))
                    return;
                if (found is not null && await replicas.UpsertWithinOperationAsync(found, cancellationToken) is { } before)
                {
                    if (applied)
                        await history.AddAsync(Change(operation, intent, found, before), cancellationToken);
                    else
                        await publisher.Publish(new ControlsChangedAtStripe(found, before), cancellationToken);
                }
            },
            cancellationToken);
    }

    private static ControlChange Change(
        PendingOperation operation, ControlsIntent intent, Card card, SpendingControls before) => new()
        {
            CardId = card.Id,
            At = operation.StartedAt,
            Source = ControlChangeSource.Portal,
            ActorId = operation.ActorId,
            ActorName = operation.ActorName,
            Reason = intent.Reason,
            RevertOf = intent.RevertOf,
            OperationKey = operation.Key,
            Before = before,
            After = card.SpendingControls,
        };
}
