using CleanIssuing.Application.Cards;

namespace CleanIssuing.Application.CardDetails;

/// <summary>
/// The card's cardholder, and admins of its account. Kept apart from the rule that lets them see the card itself: what it guards is
/// the number.
/// </summary>
public record MayViewCardDetails(CardId CardId) : CardRequirement(CardId)
{
    protected override bool IsEnough(CardRelationship relationship) => relationship.IsCardholder || relationship.IsAdmin;
}
