namespace CleanIssuing.Infrastructure.Identity;

/// <summary>A session that has not been ended by anybody. Whether its time is over is for the caller to say.</summary>
/// <param name="SecurityStamp">What the person's sessions must have been opened with.</param>
/// <param name="LastSeenAt">When the person last did something by themselves.</param>
public sealed record UserSession(string UserId, string? SecurityStamp, DateTimeOffset BegunAt, DateTimeOffset LastSeenAt);
