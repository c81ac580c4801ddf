namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>
/// A bar: what would still have been approved, on top of it what would have been declined, and above both what would have been approved
/// that was not.
/// </summary>
public sealed record BacktestBar(
    string X, string ApprovedY, string ApprovedHeight, string DeclinedY, string DeclinedHeight, string NewlyY, string NewlyHeight);
