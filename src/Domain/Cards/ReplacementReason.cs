namespace CleanIssuing.Domain.Cards;

/// <summary>Why a card is replaced (https://docs.stripe.com/issuing/cards/replacements).</summary>
public enum ReplacementReason
{
    /// <summary>For physical cards only. The new card keeps the number.</summary>
    Damaged,

    /// <summary>Expired, or about to. The new card keeps the number.</summary>
    Expired,

    /// <summary>The old card has to be canceled as lost first. The new card has another number.</summary>
    Lost,

    /// <summary>The old card has to be canceled as stolen first. The new card has another number.</summary>
    Stolen,
}
