namespace CleanIssuing.Domain.SharedKernel;

/// <summary>How an action ended.</summary>
/// <param name="Reason">Why it failed: a code of ours.</param>
/// <param name="StripeRequestId">Stripe's id of the request.</param>
/// <param name="Details">What was changed, from what to what, and why.</param>
public sealed record AuditResult(AuditOutcome Outcome, string? Reason = null, string? StripeRequestId = null, string? Details = null);
