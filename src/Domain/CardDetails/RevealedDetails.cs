namespace CleanIssuing.Domain.CardDetails;

/// <summary>What a key for card details is asked for. Stripe itself makes no difference between them.</summary>
public enum RevealedDetails
{
    /// <summary>Number, expiry and security code.</summary>
    Card,

    Pin,
}
