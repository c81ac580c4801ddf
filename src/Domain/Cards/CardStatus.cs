namespace CleanIssuing.Domain.Cards;

/// <summary>Whether a card can be used (https://docs.stripe.com/api/issuing/cards/object#issuing_card_object-status).</summary>
public enum CardStatus
{
    /// <summary>Not activated yet, or frozen: purchases are declined. Stripe still gives out its details.</summary>
    Inactive,

    /// <summary>Can be used.</summary>
    Active,

    /// <summary>Ended for good; Stripe never brings it back.</summary>
    Canceled,
}
