namespace CleanIssuing.Infrastructure.Persistence.People;

/// <summary>A question to an authenticator that was not answered yet.</summary>
internal sealed class PasskeyCeremonyRow
{
    /// <summary>The hash of what the browser calls it.</summary>
    public required string IdHash { get; init; }

    /// <summary>What Identity has to know to check the answer: the challenge, and whom it is about.</summary>
    public required string State { get; init; }

    /// <summary>Who is to answer; none where anybody may.</summary>
    public required string? UserId { get; init; }

    /// <summary>The session that it was asked in; empty where nobody had signed in.</summary>
    public required string SessionHash { get; init; }

    /// <summary>Whether a new passkey was asked for.</summary>
    public required bool IsForAdding { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
