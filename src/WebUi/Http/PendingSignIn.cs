namespace CleanIssuing.WebUi.Http;

/// <summary>Somebody whose password was right, while their second factor is due.</summary>
public sealed record PendingSignIn(string UserId, string Stamp);
