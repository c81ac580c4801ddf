namespace CleanIssuing.Application.StripeSync.Operations;

/// <summary>The log of operations at Stripe: what is about to be changed, and what became of it.</summary>
public interface IOperationLog
{
    /// <summary>Opens an operation.</summary>
    /// <returns>The operation; or its result, where the same request was finished before.</returns>
    /// <exception cref="ConflictException">Another operation on the same subject is open, or this very one is.</exception>
    Task<(PendingOperation Operation, string? EarlierResult)> BeginAsync(
        StripeOperation operation, Actor actor, CancellationToken cancellationToken);

    /// <summary>Ends an operation, in the transaction at hand.</summary>
    Task EndAsync(Guid key, bool applied, string? result, CancellationToken cancellationToken);

    Task<bool> IsOpenAsync(string subject, CancellationToken cancellationToken);

    /// <summary>Operations that were begun before this and have not ended.</summary>
    Task<IReadOnlyList<PendingOperation>> ListPendingAsync(DateTimeOffset startedBefore, CancellationToken cancellationToken);
}
