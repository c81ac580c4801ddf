using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>What controls would have done, had they been in force.</summary>
/// <param name="Effects">Which control would have done it, the one with most purchases first.</param>
public sealed record BacktestResult(
    int Purchases, int Declined, Money DeclinedAmount, IReadOnlyList<ControlEffect> Effects, IReadOnlyList<DeclineExample> Examples,
    IReadOnlyList<BacktestDay> Days);
