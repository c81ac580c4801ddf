namespace CleanIssuing.Domain.SpendControls;

/// <summary>Whose control it is.</summary>
public enum ControlLevel
{
    /// <summary>The card's own.</summary>
    Card,

    /// <summary>Its cardholder's, for all their cards.</summary>
    Cardholder,

    /// <summary>Stripe's own, which nobody sets.</summary>
    Stripe,
}
