namespace CleanIssuing.Domain.Cards;

/// <summary>What a card is made of.</summary>
public enum CardType
{
    /// <summary>Exists as numbers only.</summary>
    Virtual,

    /// <summary>Exists as plastic, and is shipped.</summary>
    Physical,
}
