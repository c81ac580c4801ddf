namespace CleanIssuing.Application.Cards;

/// <summary>The card's cardholder, and admins of its account. Its viewers are told that they may not.</summary>
public sealed record HoldsOrManagesCard(CardId CardId) : CardRequirement(CardId)
{
    protected override bool IsEnough(CardRelationship relationship) => relationship.IsCardholder || relationship.IsAdmin;
}
