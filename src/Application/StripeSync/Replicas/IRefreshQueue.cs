namespace CleanIssuing.Application.StripeSync.Replicas;

/// <summary>Replicas of which it is not known that they show the latest state, until they have been read from Stripe.</summary>
public interface IRefreshQueue
{
    /// <summary>Queues an object, in the transaction at hand. One that is queued already is asked for anew.</summary>
    Task AddAsync(string objectId, AccountId account, CancellationToken cancellationToken);

    /// <summary>
    /// Those that are due, and that no open operation is about: it brings their state. Those that wait longest come first.
    /// </summary>
    Task<IReadOnlyList<RefreshQueueItem>> GetStaleAsync(int take, CancellationToken cancellationToken);

    /// <summary>Puts an item back that could not be read, so that it does not hold up the others.</summary>
    Task PostponeAsync(RefreshQueueItem item, CancellationToken cancellationToken);

    /// <summary>Removes an item, unless the object was queued again meanwhile.</summary>
    Task MarkRefreshedAsync(RefreshQueueItem item, CancellationToken cancellationToken);
}
