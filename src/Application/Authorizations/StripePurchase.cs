using CleanIssuing.Domain.Authorizations;

namespace CleanIssuing.Application.Authorizations;

/// <summary>An authorization as Stripe lists it, with the captures and refunds that followed.</summary>
public sealed record StripePurchase(Authorization Authorization, IReadOnlyList<IssuingTransaction> Transactions);
