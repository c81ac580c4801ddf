namespace CleanIssuing.Application.Common.Operations;

/// <summary>
/// The one way to change something at Stripe: the operation is stored first, Stripe is asked with its key, and local data follow
/// Stripe's answer. Where the answer is lost, Stripe is asked what became of it; what stays open is reconciled later.
/// </summary>
public interface IStripeOperations
{
    /// <param name="call">Asks Stripe, with the idempotency key.</param>
    /// <param name="apply">Applies Stripe's answer to local data, in one transaction with the end of the operation.</param>
    /// <param name="find">Looks at Stripe for what became of it; none where nothing did.</param>
    /// <param name="replay">Reads what the same request did before, by its result.</param>
    /// <param name="result">What to remember of the answer: an id.</param>
    /// <exception cref="ConflictException">Another operation on the same subject is open, or this very one is.</exception>
    Task<StripeState<T>> RunAsync<T>(
        StripeOperation operation,
        Func<string, CancellationToken, Task<StripeState<T>>> call,
        Func<PendingOperation, T, Task> apply,
        Func<PendingOperation, Task<StripeState<T>?>> find,
        Func<string, Task<T>> replay,
        Func<T, string> result,
        CancellationToken cancellationToken);

    /// <summary>Whether an operation on the subject is open.</summary>
    Task<bool> IsOpenAsync(string subject, CancellationToken cancellationToken);

    /// <summary>Ends an operation that was reconciled, in the transaction at hand, and tells so.</summary>
    Task CompleteAsync(PendingOperation operation, bool applied, string? result, CancellationToken cancellationToken);
}
