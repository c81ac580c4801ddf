namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>
/// A bar: what would still have been approved, on top of it what would have been declined, and below the axis what would have been
/// approved that was not. The widths are parts of the chart's, the heights are pixels.
/// </summary>
public sealed record BacktestBar(
    string X, string ApprovedY, string ApprovedHeight, string DeclinedY, string DeclinedHeight, string NewlyHeight);
