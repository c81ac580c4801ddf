using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>An event of Stripe's carried this state of a card. Its handlers run in one transaction with the end of the event.</summary>
public sealed record StripeCardUpdated(Card Card) : INotification;

internal sealed class UpdateCardReplica(ICardReplicaUpdater replicas) : INotificationHandler<StripeCardUpdated>
{
    public Task Handle(StripeCardUpdated notification, CancellationToken cancellationToken) =>
        replicas.UpsertAsync(notification.Card, cancellationToken);
}
