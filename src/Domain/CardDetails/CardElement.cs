namespace CleanIssuing.Domain.CardDetails;

/// <summary>A piece of card data that a Stripe Issuing Element shows in a frame of Stripe's.</summary>
public enum CardElement
{
    /// <summary>The card number (PAN).</summary>
    Number,

    Expiry,

    Cvc,

    Pin,
}
