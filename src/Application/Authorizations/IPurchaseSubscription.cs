namespace CleanIssuing.Application.Authorizations;

/// <summary>Listens to an <see cref="IPurchaseFeed"/> until it is disposed of.</summary>
public interface IPurchaseSubscription : IDisposable
{
    /// <summary>Whether something was forgotten since this was asked last.</summary>
    bool TakeMissed();

    /// <returns>None where nothing happened for that long.</returns>
    Task<PurchaseMoved?> NextAsync(TimeSpan atMost, CancellationToken cancellationToken);
}
