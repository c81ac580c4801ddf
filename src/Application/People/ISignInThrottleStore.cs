namespace CleanIssuing.Application.People;

/// <summary>Keeps failed sign-ins for as long as they count.</summary>
public interface ISignInThrottleStore
{
    /// <summary>
    /// Counts a try as failed before its password is checked, so that many tries at once are as many. In one transaction, with the same
    /// statements whoever it is about.
    /// </summary>
    /// <returns>What was counted before, in the order of the keys.</returns>
    Task<IReadOnlyList<SignInThrottle>> CountAsync(
        IReadOnlyList<(string Key, int FreeTries)> tries, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// The try did not fail: forgets those from here, and takes one off those from anywhere, which others add to meanwhile.
    /// </summary>
    Task ForgiveAsync(string here, string anywhere, CancellationToken cancellationToken);

    Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
