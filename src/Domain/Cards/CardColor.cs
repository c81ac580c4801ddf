namespace CleanIssuing.Domain.Cards;

/// <summary>The colour that a card is known by. It says nothing of the card's state.</summary>
public enum CardColor
{
    Iris,
    Pine,
    Copper,
    Plum,
    Slate,
    Graphite,
}
