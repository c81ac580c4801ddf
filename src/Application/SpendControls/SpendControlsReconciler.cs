using System.Text.Json;
using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Finds out what became of spend controls that were to be changed, and keeps the history without a gap.</summary>
internal sealed class SpendControlsReconciler<T>(
    IControlsAtStripe<T> stripe, IControlHistory history, IStripeOperations operations, IUnitOfWork unitOfWork, IPublisher publisher)
    : IOperationReconciler
    where T : class, IControlsOwner
{
    public bool Handles(string kind) => kind == stripe.OperationKind;

    public async Task ReconcileAsync(PendingOperation operation, CancellationToken cancellationToken)
    {
        var found = await stripe.FindSubjectAsync(operation, cancellationToken);
        await unitOfWork.ExecuteAsync(
            async () =>
            {
                var intent = operation.Operation.Intent.Deserialize<ControlsIntent>()!;
                var applied = operation.WasSent && found is not null && IsApplied(intent, found);
                if (!await operations.CompleteAsync(operation, applied, applied ? found!.OwnerId : null, cancellationToken))
                    return;
                if (found is not null && await stripe.UpsertWithinOperationAsync(found, cancellationToken) is { } before)
                {
                    if (applied)
                        await history.AddAsync(Change(operation, intent, found, before), cancellationToken);
                    else
                        await publisher.Publish(new ControlsChangedAtStripe(found, before), cancellationToken);
                }
            },
            cancellationToken);
    }

    private static bool IsApplied(ControlsIntent intent, T found)
    {
        var currency = intent.Currency is { } code ? Currency.Parse(code) : found.LimitsCurrency;
        return currency is { } known && found.SpendingControls.With(intent.Wanted.ToChange(known)).Equals(found.SpendingControls);
    }

    private static ControlChange Change(
        PendingOperation operation, ControlsIntent intent, T owner, SpendingControls before) => new()
        {
            OwnerId = owner.OwnerId,
            At = operation.StartedAt,
            Source = ControlChangeSource.Portal,
            ActorId = operation.ActorId,
            ActorName = operation.ActorName,
            Reason = intent.Reason,
            RevertOf = intent.RevertOf,
            OperationKey = operation.Key,
            Before = before,
            After = owner.SpendingControls,
        };
}
