using CleanIssuing.Domain.Authorizations;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>An event of Stripe's carried this state of an authorization.</summary>
public sealed record StripeAuthorizationUpdated(Authorization Authorization) : INotification;

internal sealed class UpdateAuthorizationReplica(IAuthorizationReplicaStore replicas) : INotificationHandler<StripeAuthorizationUpdated>
{
    public Task Handle(StripeAuthorizationUpdated notification, CancellationToken cancellationToken) =>
        replicas.UpsertAsync(notification.Authorization, cancellationToken);
}
