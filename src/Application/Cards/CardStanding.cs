namespace CleanIssuing.Application.Cards;

/// <summary>How a card stands, as people look for it. Stripe calls three of these inactive.</summary>
public enum CardStanding
{
    Active,

    /// <summary>Frozen, or not activated.</summary>
    Inactive,

    /// <summary>It has been active, and can be again.</summary>
    Frozen,

    /// <summary>It has never been active: perhaps it is on its way.</summary>
    NotActivated,

    Canceled,
}
