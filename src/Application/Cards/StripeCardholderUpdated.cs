using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>An event of Stripe's carried this state of a cardholder.</summary>
public sealed record StripeCardholderUpdated(Cardholder Cardholder) : INotification;

internal sealed class UpdateCardholderReplica(ICardReplicaUpdater replicas) : INotificationHandler<StripeCardholderUpdated>
{
    public Task Handle(StripeCardholderUpdated notification, CancellationToken cancellationToken) =>
        replicas.UpsertAsync(notification.Cardholder, cancellationToken);
}
