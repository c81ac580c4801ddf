using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>What controls would have done, had they been in force.</summary>
/// <param name="Purchases">How many purchases were looked at.</param>
/// <param name="Declined">How many would have been declined.</param>
/// <param name="DeclinedAmount">Their total.</param>
/// <param name="Effects">Which control would have done it, the one with most purchases first.</param>
/// <param name="Examples">The first of them.</param>
/// <param name="Days">The days, all of them.</param>
public sealed record BacktestResult(
    int Purchases, int Declined, Money DeclinedAmount, IReadOnlyList<ControlEffect> Effects, IReadOnlyList<DeclineExample> Examples,
    IReadOnlyList<BacktestDay> Days);
