namespace CleanIssuing.Application.People;

/// <summary>Keeps the sessions of people who have signed in. A session that is not here has ended, whatever a cookie says.</summary>
public interface ISessionStore
{
    /// <returns>The id of the new session. A secret.</returns>
    Task<string> OpenAsync(string userId, string device, string? ipAddress, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The person has done something by themselves.</summary>
    Task TouchAsync(string sessionId, DateTimeOffset now, CancellationToken cancellationToken);

    Task EndAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Removes what has ended by itself.</summary>
    Task PruneAsync(DateTimeOffset begunBefore, DateTimeOffset lastSeenBefore, CancellationToken cancellationToken);
}
