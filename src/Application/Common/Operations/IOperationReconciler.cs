namespace CleanIssuing.Application.Common.Operations;

/// <summary>Finds out what became of operations whose answer was lost. Each module reconciles its own kinds.</summary>
public interface IOperationReconciler
{
    bool Handles(string kind);

    /// <summary>
    /// Asks Stripe, applies its state to local data and ends the operation with <see cref="IStripeOperations.CompleteAsync"/>, both in
    /// one transaction.
    /// </summary>
    /// <exception cref="StripeUnavailableException">It is not known yet; the operation stays open.</exception>
    Task ReconcileAsync(PendingOperation operation, CancellationToken cancellationToken);
}
