using MediatR;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Application.StripeSync.Operations;

/// <summary>Finds out what became of operations whose answer was lost, and ends them.</summary>
public sealed record ReconcilePendingOperations : IRequest, IAuthorizedRequest
{
    public Requirement Requirement => new SystemOnly();
}

internal sealed partial class ReconcilePendingOperationsHandler(
    IOperationLog log, IEnumerable<IOperationReconciler> reconcilers, ILogger<ReconcilePendingOperationsHandler> logger)
    : IRequestHandler<ReconcilePendingOperations>
{
    public async Task Handle(ReconcilePendingOperations request, CancellationToken cancellationToken)
    {
        foreach (var pending in await log.ListAbandonedAsync(cancellationToken))
        {
            if (!await log.ClaimAsync(pending.Key, cancellationToken))
                continue;

            var (kind, subject) = (pending.Operation.Kind, pending.Operation.Subject);
            try
            {
                await reconcilers.First(r => r.Handles(kind)).ReconcileAsync(pending, cancellationToken);
                LogReconciled(kind, subject);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // Whatever it is, it must not keep the others from being reconciled.
                LogNotYet(failure is ExpectedException ? null : failure, kind, subject, ReasonOf(failure));
                await log.ReleaseAsync(pending.Key, CancellationToken.None);
            }
        }
    }

    private static string ReasonOf(Exception failure) =>
        failure is ExpectedException expected ? expected.Reason.ToCode() : failure.GetType().Name;

    [LoggerMessage(LogLevel.Warning, "What became of the change {Kind} of {Subject} is not known yet ({Reason})")]
    private partial void LogNotYet(Exception? failure, string kind, string subject, string reason);

    [LoggerMessage(LogLevel.Information, "The change {Kind} of {Subject}, whose end had not been known, was reconciled with Stripe")]
    private partial void LogReconciled(string kind, string subject);
}
