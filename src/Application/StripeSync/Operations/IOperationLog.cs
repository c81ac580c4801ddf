namespace CleanIssuing.Application.StripeSync.Operations;

/// <summary>
/// The log of operations at Stripe: what is about to be changed, and what became of it. An open operation is leased to the process
/// that runs it, for longer than Stripe's configured time-outs take together; afterwards another may claim it.
/// </summary>
public interface IOperationLog
{
    /// <summary>Opens an operation, leased to this process.</summary>
    /// <returns>The operation; with its result, where the same request was finished before.</returns>
    /// <exception cref="ConflictException">Another operation on the same subject is open, or this very one is.</exception>
    Task<(PendingOperation Operation, string? EarlierResult)> BeginAsync(
        StripeOperation operation, Actor actor, CancellationToken cancellationToken);

    /// <summary>Stripe is asked for the change now. Renews the lease.</summary>
    /// <returns>Whether the operation was still open and leased to this process; if not, Stripe must not be asked.</returns>
    Task<bool> MarkSentAsync(Guid key, CancellationToken cancellationToken);

    /// <summary>Another process has ended the operation on what it saw; Stripe's own answer says that it was made.</summary>
    Task CorrectAsync(Guid key, string? result, CancellationToken cancellationToken);

    /// <summary>Ends an operation, in the transaction at hand.</summary>
    /// <returns>Whether it was still open and leased to this process; if not, nothing of it may be written.</returns>
    Task<bool> EndAsync(Guid key, bool applied, string? result, CancellationToken cancellationToken);

    /// <summary>The person was told that the end is not known, so they are to be told of it later.</summary>
    Task MarkUnconfirmedAsync(Guid key, CancellationToken cancellationToken);

    /// <inheritdoc cref="IStripeOperations.IsOpenAsync"/>
    Task<bool> IsOpenAsync(string subject, PendingOperation? except, CancellationToken cancellationToken);

    /// <summary>Open operations whose lease is over, the earliest first.</summary>
    Task<IReadOnlyList<PendingOperation>> ListAbandonedAsync(CancellationToken cancellationToken);

    /// <summary>Leases an abandoned operation to this process.</summary>
    /// <returns>Whether it was still abandoned.</returns>
    Task<bool> ClaimAsync(Guid key, CancellationToken cancellationToken);

    /// <summary>Removes operations that ended earlier.</summary>
    Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Gives a claimed operation back at once.</summary>
    Task ReleaseAsync(Guid key, CancellationToken cancellationToken);
}
