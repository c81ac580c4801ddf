namespace CleanIssuing.Application.People;

/// <summary>Keeps the sessions of people who have signed in. A session that is not here has ended, whatever a cookie says.</summary>
public interface ISessionStore
{
    /// <param name="proof">What it is opened with besides a password; none where the person has no second factor.</param>
    /// <returns>
    /// The id of the new session, a secret. None where none was opened: without proof, for somebody who has set up an authenticator app
    /// at the same moment.
    /// </returns>
    Task<string?> OpenAsync(
        string userId, string device, string? ipAddress, DateTimeOffset now, SecondFactorResult? proof,
        CancellationToken cancellationToken);

    /// <summary>The person has done something by themselves.</summary>
    Task TouchAsync(string sessionId, DateTimeOffset now, CancellationToken cancellationToken);

    Task EndAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>The sessions of the person that are open, the one of this request first.</summary>
    Task<IReadOnlyList<OpenSession>> ListAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Ends one of the person's sessions, by what the list calls it.</summary>
    /// <returns>Whether it was open.</returns>
    Task<bool> EndAsync(string userId, string key, CancellationToken cancellationToken);

    /// <summary>Ends all of the person's sessions but that of this request.</summary>
    Task<int> EndOthersAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Removes what has ended by itself.</summary>
    Task PruneAsync(DateTimeOffset begunBefore, DateTimeOffset lastSeenBefore, CancellationToken cancellationToken);
}
