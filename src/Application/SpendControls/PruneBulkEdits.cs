using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Removes bulk edits that began long ago.</summary>
internal sealed class PruneBulkEdits(IBulkEditStore edits) : INotificationHandler<RetentionDue>
{
    public Task Handle(RetentionDue notification, CancellationToken cancellationToken) =>
        edits.PruneAsync(notification.Now - notification.Retention.Operations, cancellationToken);
}
