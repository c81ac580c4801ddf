namespace CleanIssuing.Application.People;

/// <summary>Who may sign in with an address.</summary>
/// <param name="PasswordHash">Never leaves the server, and is never written down elsewhere.</param>
/// <param name="Stamp">Another one after each change of the credentials.</param>
public sealed record Credential(string UserId, string Email, bool IsDisabled, string PasswordHash, string Stamp)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => nameof(Credential);
}
