using MediatR;

namespace CleanIssuing.Application.Embedded;

/// <summary>Removes what was written down of component sessions of long ago.</summary>
internal sealed class PruneComponentSessions(IComponentSessionStore sessions) : INotificationHandler<RetentionDue>
{
    public Task Handle(RetentionDue notification, CancellationToken cancellationToken) =>
        sessions.PruneAsync(notification.Now - notification.Retention.Operations, cancellationToken);
}
