namespace CleanIssuing.Application.CardDetails;

/// <summary>An ephemeral key of Stripe's: for one card and one nonce, for 15 minutes.</summary>
/// <param name="Secret">Goes to the browser that asked for it, and nowhere else.</param>
public sealed record EphemeralKey(string Id, string Secret, DateTimeOffset ExpiresAt, string? StripeRequestId)
{
    /// <summary>The name alone: the key is a secret.</summary>
    public override string ToString() => nameof(EphemeralKey);
}
