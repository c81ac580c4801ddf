namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed class AuthenticatorRow
{
    public required string UserId { get; init; }

    /// <summary>Encrypted: who reads the database cannot make codes of it.</summary>
    public required string ProtectedKey { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The step of the last code that was used.</summary>
    public required long LastStep { get; init; }
}
