namespace CleanIssuing.Application.Authorizations;

/// <summary>The cardholder whose card it was made with, and admins and viewers of the account.</summary>
public sealed record MayViewPurchase(AuthorizationId AuthorizationId) : PurchaseRequirement(AuthorizationId)
{
    protected override bool IsEnough(CardRelationship relationship) =>
        relationship.IsCardholder || relationship.IsAdmin || relationship.IsViewer;
}
