namespace CleanIssuing.Application.StripeSync.Replicas;

/// <summary>Replicas of which it is not known that they show the latest state.</summary>
public interface IRefreshQueue
{
    Task<IReadOnlyList<RefreshQueueItem>> GetStaleAsync(int take, CancellationToken cancellationToken);

    Task MarkRefreshedAsync(string objectId, CancellationToken cancellationToken);
}
