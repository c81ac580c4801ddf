using MediatR;

namespace CleanIssuing.Application.Audit;

/// <summary>Removes old entries, where the operator has set how long they are kept.</summary>
internal sealed class PruneAuditLog(IAuditLog log) : INotificationHandler<RetentionDue>
{
    public Task Handle(RetentionDue notification, CancellationToken cancellationToken) => notification.Retention.AuditLog is { } kept
        ? log.PruneAsync(notification.Now - kept, cancellationToken)
        : Task.CompletedTask;
}
