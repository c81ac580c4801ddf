using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.StripeSync.Replicas;

internal sealed class CardReplicaUpdater(
    ICardReplicaStore replicas, IStripeOperations operations, IUnitOfWork unitOfWork, IPublisher publisher) : ICardReplicaUpdater
{
    public Task UpsertAsync(Card card, CancellationToken cancellationToken) =>
        UnlessOperationIsOpenAsync(card, () => replicas.UpsertAsync(card, cancellationToken), cancellationToken);

    public Task ApplyEventAsync(Card card, CancellationToken cancellationToken) =>
        UnlessOperationIsOpenAsync(card, () => replicas.ApplyEventAsync(card, cancellationToken), cancellationToken);

    public Task UpsertWithinOperationAsync(Card card, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async () => await TellAsync(card, await replicas.UpsertAsync(card, cancellationToken), cancellationToken), cancellationToken);

    private Task UnlessOperationIsOpenAsync(Card card, Func<Task<SpendingControls?>> write, CancellationToken cancellationToken) =>
        unitOfWork.ExecuteAsync(
            async () =>
            {
                if (!await operations.IsOpenAsync(card.Id.Value, cancellationToken))
                    await TellAsync(card, await write(), cancellationToken);
            },
            cancellationToken);

    private async Task TellAsync(Card card, SpendingControls? before, CancellationToken cancellationToken)
    {
        if (before is not null)
            await publisher.Publish(new ControlsChangedAtStripe(card, before), cancellationToken);
    }
}
