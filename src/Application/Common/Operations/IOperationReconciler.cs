namespace CleanIssuing.Application.Common.Operations;

/// <summary>Finds out what became of operations whose answer was lost. Each module reconciles its own kinds.</summary>
public interface IOperationReconciler
{
    bool Handles(string kind);

    /// <summary>
    /// Asks Stripe, ends the operation with <see cref="IStripeOperations.CompleteAsync"/> and applies Stripe's state to local data, both
    /// in one transaction. "Not found" is the only refusal that says that nothing came of it.
    /// </summary>
    /// <exception cref="ExpectedException">It is not known yet; the operation stays open.</exception>
    Task ReconcileAsync(PendingOperation operation, CancellationToken cancellationToken);
}
