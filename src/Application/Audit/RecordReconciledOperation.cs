using CleanIssuing.Domain.Audit;
using MediatR;

namespace CleanIssuing.Application.Audit;

/// <summary>Writes down what became of a change whose end was not known when it was written down first.</summary>
internal sealed class RecordReconciledOperation(IAuditLog log, TimeProvider time) : INotificationHandler<OperationReconciled>
{
    public Task Handle(OperationReconciled notification, CancellationToken cancellationToken)
    {
        var (operation, actor) = (notification.Operation.Operation, notification.Operation.ActorName ?? "");
        var detail = new Detail(notification.Applied ? "reconciled.applied" : "reconciled.not_applied", operation.Kind, actor);
        return log.RecordAsync(
            new AuditedAction("operation.reconcile", operation.Subject), Actor.System, operation.Account, time.GetUtcNow(),
            new AuditResult(AuditOutcome.Succeeded, Details: Detail.Write([detail])), cancellationToken);
    }
}
