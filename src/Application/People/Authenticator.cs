namespace CleanIssuing.Application.People;

/// <summary>A person's authenticator app.</summary>
/// <param name="Key">A secret: shown to the person while they set it up, and never again.</param>
/// <param name="ConfirmedAt">When the person typed in its first code; none while it is being set up.</param>
public sealed record Authenticator(byte[] Key, DateTimeOffset? ConfirmedAt)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => nameof(Authenticator);
}
