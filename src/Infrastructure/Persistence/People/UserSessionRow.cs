namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed class UserSessionRow
{
    /// <summary>A hash of the id that the cookie holds: who reads the database cannot make a session of it.</summary>
    public required string IdHash { get; init; }

    public required string UserId { get; init; }

    /// <summary>What the browser calls itself.</summary>
    public required string Device { get; init; }

    public string? IpAddress { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>Whether it was opened with an authenticator app; a recovery code does not count.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>When the person last proved that it is them; none where they never did in this session.</summary>
    public DateTimeOffset? ProvenAt { get; init; }

    /// <summary>The card whose PIN that proof is for, until it is used.</summary>
    public CardId? PinCardId { get; init; }
}
