namespace CleanIssuing.Application.People;

/// <summary>Keeps failed sign-ins for as long as they count.</summary>
public interface ISignInThrottleStore
{
    Task<IReadOnlyDictionary<string, SignInThrottle>> GetAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken);

    /// <summary>Writes both, in one statement.</summary>
    Task SaveAsync(IReadOnlyList<(string Key, SignInThrottle Throttle)> throttles, CancellationToken cancellationToken);

    Task ForgetAsync(string key, CancellationToken cancellationToken);

    Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
