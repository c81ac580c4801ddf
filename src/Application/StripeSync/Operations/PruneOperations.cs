using MediatR;

namespace CleanIssuing.Application.StripeSync.Operations;

/// <summary>Removes changes that have ended long ago.</summary>
internal sealed class PruneOperations(IOperationLog log) : INotificationHandler<RetentionDue>
{
    public Task Handle(RetentionDue notification, CancellationToken cancellationToken) =>
        log.PruneAsync(notification.Now - notification.Retention.Operations, cancellationToken);
}
