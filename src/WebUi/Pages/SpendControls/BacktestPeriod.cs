namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>The days of a backtest that share a bar.</summary>
/// <param name="Approved">How many would still have been approved.</param>
/// <param name="Declined">How many that were approved would have been declined.</param>
/// <param name="NewlyApproved">How many that were declined would have been approved.</param>
public sealed record BacktestPeriod(
    DateOnly First, DateOnly Last, int Approved, Money ApprovedAmount, int Declined, Money DeclinedAmount, int NewlyApproved,
    Money NewlyApprovedAmount);
