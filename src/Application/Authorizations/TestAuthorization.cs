using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.Authorizations;

/// <summary>A purchase to be simulated.</summary>
public sealed record TestAuthorization(CardId Card, Money Amount, string Merchant, PurchaseKind Kind);
