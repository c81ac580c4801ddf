namespace CleanIssuing.Infrastructure.Persistence.People;

internal sealed class AuthenticatorRow
{
    public required string UserId { get; init; }

    /// <summary>Encrypted with the data-protection keys, which a certificate protects (docs/going-live.md).</summary>
    public required string ProtectedKey { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The step of the last code that was used.</summary>
    public required long LastStep { get; init; }
}
