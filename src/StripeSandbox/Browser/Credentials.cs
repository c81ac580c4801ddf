namespace CleanIssuing.StripeSandbox.Browser;

/// <summary>What a browser shows to see a card.</summary>
internal sealed record Credentials(string Account, string Card, string Secret, string Nonce);
