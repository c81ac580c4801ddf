namespace CleanIssuing.Application.Authorizations;

/// <summary>Something happened to a purchase: it was made, declined, captured, refunded or reversed.</summary>
public sealed record PurchaseMoved(AuthorizationId Id, CardId CardId);
