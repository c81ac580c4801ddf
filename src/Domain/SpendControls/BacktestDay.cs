using System.Runtime.InteropServices;
using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>A day of the backtest.</summary>
/// <param name="Day">The day (UTC).</param>
/// <param name="Approved">How many purchases would still have been approved.</param>
/// <param name="Declined">How many would have been declined.</param>
/// <param name="DeclinedAmount">The total of those.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BacktestDay(DateOnly Day, int Approved, int Declined, Money DeclinedAmount);
