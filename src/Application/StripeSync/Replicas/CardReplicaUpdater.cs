using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.StripeSync.Replicas;

internal sealed class CardReplicaUpdater(
    ICardGateway stripe, ICardReplicaStore replicas, IStripeOperations operations, IRefreshQueue refreshes, IUnitOfWork unitOfWork,
    IPublisher publisher)
    : ICardReplicaUpdater
{
    public async Task<bool> UpsertAsync(Card card, CancellationToken cancellationToken)
    {
        var isApplied = true;
        await unitOfWork.ExecuteAsync(
            async () =>
            {
                isApplied = !await operations.IsOpenAsync(card.Id.Value, cancellationToken);
                if (isApplied)
                    await WriteAsync(card, cancellationToken);
                else
                    // The operation may be refused, or have ended at Stripe before this state: it is looked at again then.
                    await refreshes.AddAsync(card.Id.Value, card.AccountId, cancellationToken);
            },
            cancellationToken);
        return isApplied;
    }

    public async Task<Card> ReadAsync(CardId card, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken)
    {
        var now = await stripe.GetAsync(card, account, onBehalfOf, cancellationToken);
        await UpsertAsync(now.State, cancellationToken);
        return now.State;
    }

    public Task QueueRefreshAsync(CardId card, AccountId account, CancellationToken cancellationToken) =>
        unitOfWork.ExecuteAsync(() => refreshes.AddAsync(card.Value, account, cancellationToken), cancellationToken);

    public Task UpsertWithinOperationAsync(Card card, CancellationToken cancellationToken) =>
        unitOfWork.ExecuteAsync(() => WriteAsync(card, cancellationToken), cancellationToken);

    private async Task WriteAsync(Card card, CancellationToken cancellationToken)
    {
        if (await replicas.UpsertAsync(card, cancellationToken) is { } before)
            await publisher.Publish(new ControlsChangedAtStripe(card, before), cancellationToken);
    }
}
