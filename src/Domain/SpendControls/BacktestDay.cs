using System.Runtime.InteropServices;
using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>A day of the backtest.</summary>
/// <param name="Day">The day (UTC).</param>
/// <param name="Approved">How many purchases that were approved in fact would still have been.</param>
/// <param name="ApprovedAmount">The total of those.</param>
/// <param name="Declined">How many that were approved in fact would have been declined.</param>
/// <param name="DeclinedAmount">The total of those.</param>
/// <param name="NewlyApproved">How many that controls declined in fact would have been approved.</param>
/// <param name="NewlyApprovedAmount">The total of those.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BacktestDay(
    DateOnly Day, int Approved, Money ApprovedAmount, int Declined, Money DeclinedAmount, int NewlyApproved, Money NewlyApprovedAmount)
{
    /// <summary>This day with what another adds to it; it stays this day.</summary>
    public BacktestDay With(BacktestDay other) => new(
        Day, Approved + other.Approved, ApprovedAmount + other.ApprovedAmount, Declined + other.Declined,
        DeclinedAmount + other.DeclinedAmount, NewlyApproved + other.NewlyApproved, NewlyApprovedAmount + other.NewlyApprovedAmount);
}
