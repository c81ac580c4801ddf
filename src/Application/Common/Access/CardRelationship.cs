namespace CleanIssuing.Application.Common.Access;

/// <summary>What ties a person to a card.</summary>
/// <param name="OnBehalfOf">The account that Stripe is asked on behalf of; none for the platform's own cards.</param>
public sealed record CardRelationship(AccountId Account, AccountId? OnBehalfOf, bool IsCardholder, bool IsAdmin, bool IsViewer = false);
