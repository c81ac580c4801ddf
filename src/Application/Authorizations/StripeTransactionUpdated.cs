using CleanIssuing.Domain.Authorizations;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>An event of Stripe's carried this state of a transaction.</summary>
public sealed record StripeTransactionUpdated(IssuingTransaction Transaction) : INotification;

internal sealed class UpdateTransactionReplica(IAuthorizationReplicaStore replicas) : INotificationHandler<StripeTransactionUpdated>
{
    public Task Handle(StripeTransactionUpdated notification, CancellationToken cancellationToken) =>
        replicas.UpsertAsync(notification.Transaction, cancellationToken);
}
