namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>A bar: what would have been approved, and on top of it what would have been declined.</summary>
public sealed record BacktestBar(string X, string ApprovedY, string ApprovedHeight, string DeclinedY, string DeclinedHeight);
