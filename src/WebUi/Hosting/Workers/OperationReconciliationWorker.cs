using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.StripeSync.Operations;
using MediatR;

namespace CleanIssuing.WebUi.Hosting.Workers;

/// <summary>Reconciles operations whose answer was lost.</summary>
internal sealed class OperationReconciliationWorker(
    IServiceProvider services, PlatformConfirmation confirmation, TimeProvider time, ILogger<OperationReconciliationWorker> logger)
    : Worker(services, confirmation, time, logger, "The reconciliation of operations", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30))
{
    protected override IRequest Work { get; } = new ReconcilePendingOperations();
}
