namespace CleanIssuing.Application.Authorizations;

/// <summary>Listens to an <see cref="IPurchaseFeed"/> until it is disposed of.</summary>
public interface IPurchaseSubscription : IDisposable
{
    /// <returns>None where nothing happened for that long.</returns>
    Task<PurchaseMoved?> NextAsync(TimeSpan atMost, CancellationToken cancellationToken);
}
