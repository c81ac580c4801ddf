using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.StripeSync.Replicas;

internal sealed class CardReplicaUpdater(
    ICardGateway stripe, ICardReplicaStore replicas, IStripeOperations operations, IRefreshQueue refreshes, IUnitOfWork unitOfWork,
    IPublisher publisher)
    : ICardReplicaUpdater
{
    public Task<bool> UpsertAsync(Card card, CancellationToken cancellationToken) =>
        WriteUnlessOpenAsync(card, () => replicas.UpsertAsync(card, cancellationToken), cancellationToken);

    public Task<bool> UpsertAsync(Cardholder cardholder, CancellationToken cancellationToken) =>
        WriteUnlessOpenAsync(cardholder, () => replicas.UpsertAsync(cardholder, cancellationToken), cancellationToken);

    public async Task<(Card Card, bool IsApplied)> ReadAsync(
        CardId card, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken)
    {
        var replica = await replicas.FindAsync(card, cancellationToken);
        var now = (await stripe.GetAsync(card, account, onBehalfOf, cancellationToken)).State;
        return (now, await WriteUnlessOpenAsync(
            now, () => replicas.UpsertReadAsync(now, replica, cancellationToken), cancellationToken));
    }

    public async Task<bool> ReadAsync(
        CardholderId cardholder, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken)
    {
        var replica = await replicas.FindAsync(cardholder, cancellationToken);
        var now = (await stripe.GetAsync(cardholder, account, onBehalfOf, cancellationToken)).State;
        return await WriteUnlessOpenAsync(now, () => replicas.UpsertReadAsync(now, replica, cancellationToken), cancellationToken);
    }

    public async Task<StripeState<Card>> ReadWithinOperationAsync(
        PendingOperation operation, CardId card, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken)
    {
        var replica = await replicas.FindAsync(card, cancellationToken);
        var now = await stripe.GetAsync(card, account, onBehalfOf, cancellationToken);
        await WriteUnlessOpenAsync(
            now.State, () => replicas.UpsertReadAsync(now.State, replica, cancellationToken), cancellationToken, operation);
        return now;
    }

    public async Task<StripeState<Cardholder>> ReadWithinOperationAsync(
        PendingOperation operation, CardholderId cardholder, AccountId account, AccountId? onBehalfOf,
        CancellationToken cancellationToken)
    {
        var replica = await replicas.FindAsync(cardholder, cancellationToken);
        var now = await stripe.GetAsync(cardholder, account, onBehalfOf, cancellationToken);
        await WriteUnlessOpenAsync(
            now.State, () => replicas.UpsertReadAsync(now.State, replica, cancellationToken), cancellationToken, operation);
        return now;
    }

    public Task QueueRefreshAsync(CardId card, AccountId account, CancellationToken cancellationToken) =>
        unitOfWork.ExecuteAsync(() => refreshes.AddAsync(card.Value, account, cancellationToken), cancellationToken);

    public Task UpsertWithinOperationAsync(Card card, CancellationToken cancellationToken) =>
        WriteAsync(card, () => replicas.UpsertWithinOperationAsync(card, cancellationToken), cancellationToken);

    private async Task<bool> WriteUnlessOpenAsync(
        IControlsOwner owner, Func<Task<SpendingControls?>> write, CancellationToken cancellationToken, PendingOperation? within = null)
    {
        var isApplied = true;
        await unitOfWork.ExecuteAsync(
            async () =>
            {
                isApplied = !await operations.IsOpenAsync(owner.OwnerId, within, cancellationToken);
                if (isApplied)
                    await WriteAsync(owner, write, cancellationToken);
                else
                    // The operation may be refused, or have ended at Stripe before this state: it is looked at again then.
                    await refreshes.AddAsync(owner.OwnerId, owner.AccountId, cancellationToken);
            },
            cancellationToken);
        return isApplied;
    }

    private Task WriteAsync(IControlsOwner owner, Func<Task<SpendingControls?>> write, CancellationToken cancellationToken) =>
        unitOfWork.ExecuteAsync(
            async () =>
            {
                if (await write() is { } before)
                    await publisher.Publish(new ControlsChangedAtStripe(owner, before), cancellationToken);
            },
            cancellationToken);
}
