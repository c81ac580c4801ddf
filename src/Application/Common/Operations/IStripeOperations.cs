namespace CleanIssuing.Application.Common.Operations;

/// <summary>
/// The one way to change something at Stripe: the operation is stored first, Stripe is asked with its key, and local data follow
/// Stripe's answer. Where the answer is lost, Stripe is asked what became of it; what stays open is reconciled later.
/// </summary>
public interface IStripeOperations
{
    /// <param name="prepare">
    /// Reads and checks, once nobody else changes the subject through the portal. Whatever it refuses or cannot read ends the operation:
    /// nothing was sent.
    /// </param>
    /// <param name="call">Asks Stripe for the change, with the idempotency key.</param>
    /// <param name="apply">Applies Stripe's answer to local data, in one transaction with the end of the operation.</param>
    /// <param name="find">Looks at Stripe for what became of it; none where nothing did.</param>
    /// <param name="replay">
    /// Reads what the same request did before, by its result; refuses where that is no longer so, for a repeated request is told the
    /// present truth.
    /// </param>
    /// <param name="result">What to remember of the answer: an id.</param>
    /// <exception cref="ConflictException">Another operation on the same subject is open, or this very one is.</exception>
    /// <exception cref="StripeUnavailableException">
    /// With <see cref="RefusalReason.StripeUnconfirmed"/>: it is not known what became of it, and will be told later.
    /// </exception>
    Task<StripeState<T>> RunAsync<T>(
        StripeOperation operation,
        Func<PendingOperation, CancellationToken, Task> prepare,
        Func<string, CancellationToken, Task<StripeState<T>>> call,
        Func<PendingOperation, T, Task> apply,
        Func<PendingOperation, Task<StripeState<T>?>> find,
        Func<PendingOperation, string, Task<T>> replay,
        Func<T, string> result,
        CancellationToken cancellationToken);

    /// <summary>Whether an operation on the subject is open.</summary>
    /// <param name="except">The operation that asks, where one does: it looks for others.</param>
    Task<bool> IsOpenAsync(string subject, PendingOperation? except, CancellationToken cancellationToken);

    /// <summary>Ends an operation that was reconciled, in the transaction at hand, and tells so.</summary>
    /// <returns>Whether it was still this process's to end; if not, nothing of it may be written.</returns>
    Task<bool> CompleteAsync(PendingOperation operation, bool applied, string? result, CancellationToken cancellationToken);
}
