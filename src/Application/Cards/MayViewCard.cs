namespace CleanIssuing.Application.Cards;

/// <summary>The card's cardholder, and admins and viewers of its account.</summary>
public sealed record MayViewCard(CardId CardId) : CardRequirement(CardId)
{
    protected override bool IsEnough(CardRelationship relationship) =>
        relationship.IsCardholder || relationship.IsAdmin || relationship.IsViewer;
}
