namespace CleanIssuing.Infrastructure.Identity;

/// <summary>A session that has not been ended by anybody. Whether its time is over is for the caller to say.</summary>
/// <param name="SecurityStamp">What the person's sessions must have been opened with.</param>
/// <param name="LastSeenAt">When the person last did something by themselves.</param>
/// <param name="ProvenAt">When they last proved that it is them: with an app when signing in, or since.</param>
/// <param name="PinCardId">The card whose PIN that proof is for, until it is used.</param>
public sealed record UserSession(
    string UserId, string? SecurityStamp, DateTimeOffset BegunAt, DateTimeOffset LastSeenAt, bool HasSecondFactor,
    DateTimeOffset? ProvenAt, CardId? PinCardId);
