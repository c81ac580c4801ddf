namespace CleanIssuing.Application.Embedded;

/// <param name="ClientSecret">Opens the account's component in the browser that asked for it; goes nowhere else.</param>
public sealed record AccountSession(string ClientSecret, string? StripeRequestId)
{
    /// <summary>The name alone: the session is a secret.</summary>
    public override string ToString() => nameof(AccountSession);
}
