namespace CleanIssuing.Infrastructure.Persistence.Access;

/// <summary>Whose card it is. Stripe never changes this.</summary>
internal sealed record CardOwnership(CardholderId Cardholder, AccountId Account, AccountId? OnBehalfOf);
