namespace CleanIssuing.Application.People;

/// <summary>A person's authenticator app.</summary>
/// <param name="Key">
/// A secret: shown to the person while they set it up, and never again. None where the keys that it is encrypted with are lost.
/// </param>
/// <param name="StartedAt">When the key was made.</param>
/// <param name="ConfirmedAt">When the person typed in its first code; none while it is being set up.</param>
public sealed record Authenticator(byte[]? Key, DateTimeOffset StartedAt, DateTimeOffset? ConfirmedAt)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => nameof(Authenticator);
}
