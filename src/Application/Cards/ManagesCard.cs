namespace CleanIssuing.Application.Cards;

/// <summary>Admins of the card's account. Its cardholder and viewers are told that they may not.</summary>
public sealed record ManagesCard(CardId CardId) : CardRequirement(CardId)
{
    protected override bool IsEnough(CardRelationship relationship) => relationship.IsAdmin;
}
