namespace CleanIssuing.Application.Cards;

/// <summary>What somebody has to do about a card.</summary>
public enum CardNeed
{
    /// <summary>It has arrived and was never activated.</summary>
    Activation,

    /// <summary>It expires within 30 days.</summary>
    Renewal,

    /// <summary>Stripe has not confirmed a change of it.</summary>
    Confirmation,
}
