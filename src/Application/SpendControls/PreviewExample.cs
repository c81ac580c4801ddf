using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.SpendControls;

/// <summary>A past purchase that would have been declined, and by what.</summary>
public sealed record PreviewExample(PurchaseSummary Purchase, ControlDecline Decline);
