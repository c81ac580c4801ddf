using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Why a purchase was declined.</summary>
/// <param name="Reason">As Stripe writes it: <c>spending_controls</c>.</param>
/// <param name="Control">The control, where it was one and can be told.</param>
public sealed record DeclineExplanation(string Reason, ControlDecline? Control);
