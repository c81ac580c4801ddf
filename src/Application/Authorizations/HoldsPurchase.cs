namespace CleanIssuing.Application.Authorizations;

/// <summary>The cardholder whose card it was made with. Admins and viewers of the account are told that they may not.</summary>
public sealed record HoldsPurchase(AuthorizationId AuthorizationId) : PurchaseRequirement(AuthorizationId)
{
    protected override bool IsEnough(CardRelationship relationship) => relationship.IsCardholder;
}
