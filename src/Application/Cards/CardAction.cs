namespace CleanIssuing.Application.Cards;

/// <summary>What can be done with a card.</summary>
public enum CardAction
{
    Activate,
    Freeze,
    Unfreeze,
    Cancel,
    ChangeControls,
    Reveal,
}
