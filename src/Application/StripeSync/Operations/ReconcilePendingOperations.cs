using MediatR;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Application.StripeSync.Operations;

/// <summary>Finds out what became of operations whose answer was lost, and ends them.</summary>
public sealed record ReconcilePendingOperations : IRequest, IAuthorizedRequest
{
    public Requirement Requirement => new SystemOnly();
}

internal sealed partial class ReconcilePendingOperationsHandler(
    IOperationLog log, IEnumerable<IOperationReconciler> reconcilers, TimeProvider time, ILogger<ReconcilePendingOperationsHandler> logger)
    : IRequestHandler<ReconcilePendingOperations>
{
    // A change that takes longer than this has lost its process or its answer.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task Handle(ReconcilePendingOperations request, CancellationToken cancellationToken)
    {
        foreach (var pending in await log.ListPendingAsync(time.GetUtcNow() - Patience, cancellationToken))
        {
            var (kind, subject) = (pending.Operation.Kind, pending.Operation.Subject);
            try
            {
                await reconcilers.First(r => r.Handles(kind)).ReconcileAsync(pending, cancellationToken);
                LogReconciled(kind, subject);
            }
            catch (StripeUnavailableException failure)
            {
                // Stripe may answer about the others.
                LogNotYet(kind, subject, failure.Reason.ToCode());
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "What became of the change {Kind} of {Subject} is not known yet ({Reason})")]
    private partial void LogNotYet(string kind, string subject, string reason);

    [LoggerMessage(LogLevel.Information, "The change {Kind} of {Subject}, whose end had not been known, was reconciled with Stripe")]
    private partial void LogReconciled(string kind, string subject);
}
