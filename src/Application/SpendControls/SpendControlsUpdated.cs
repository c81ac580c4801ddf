namespace CleanIssuing.Application.SpendControls;

/// <param name="AsOf">The time of the state that Stripe answered with.</param>
public sealed record SpendControlsUpdated(
    SpendingControls Before, SpendingControls After, DateTimeOffset AsOf, IReadOnlyList<Detail> Differences, string? StripeRequestId,
    IReadOnlyList<Detail> AuditDetails)
    : IStripeAnswer, IAuditedAnswer;
