using CleanIssuing.Domain.Authorizations;

namespace CleanIssuing.Application.Authorizations;

/// <param name="Decline">Why it was declined; none for an approved one.</param>
public sealed record PurchaseView(Authorization Purchase, DeclineExplanation? Decline, Money Refunded);
