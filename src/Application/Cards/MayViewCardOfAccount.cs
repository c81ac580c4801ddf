namespace CleanIssuing.Application.Cards;

/// <summary>Admins and viewers of the card's account. Its cardholder is told that they may not.</summary>
public sealed record MayViewCardOfAccount(CardId CardId) : CardRequirement(CardId)
{
    protected override bool IsEnough(CardRelationship relationship) => relationship.IsAdmin || relationship.IsViewer;
}
