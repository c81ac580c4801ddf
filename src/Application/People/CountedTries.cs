namespace CleanIssuing.Application.People;

/// <summary>
/// Counts tries of a secret. Each counts before it is looked at, so that nobody gets more of them by asking many times at once; one that
/// was right is forgiven.
/// </summary>
internal sealed class CountedTries(ISignInThrottleStore throttles, TimeProvider time)
{
    /// <param name="key">Under what they are counted.</param>
    /// <param name="look">What the secret is at this moment; none where it is wrong.</param>
    /// <returns>Whether there were too many before, in which case nothing was looked at; and what it is.</returns>
    public async Task<(bool IsLocked, T? Found)> TryAsync<T>(
        string key, Func<DateTimeOffset, Task<T?>> look, CancellationToken cancellationToken)
        where T : struct
    {
        var now = time.GetUtcNow();
        var before = await throttles.CountAsync([(key, SignInThrottle.TriesHere)], now, cancellationToken);
        if (before[0].IsLockedAt(now))
            return (true, null);
        var found = await look(now);
        if (found is not null)
            await throttles.ForgiveAsync(key, key, cancellationToken);
        return (false, found);
    }
}
