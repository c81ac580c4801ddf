namespace CleanIssuing.Application.People;

/// <summary>A passkey of a person (WebAuthn): a key that their device or password manager keeps, bound to this portal’s address.</summary>
/// <param name="Key">What it is called in forms.</param>
/// <param name="Name">What its person calls it.</param>
public sealed record Passkey(string Key, string Name, DateTimeOffset CreatedAt)
{
    public const int LongestName = 60;

    /// <summary>How many a person may have.</summary>
    public const int AtMost = 20;
}
