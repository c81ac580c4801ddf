using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>What controls would have done, had they been in force: on both sides.</summary>
/// <param name="Purchases">How many purchases were approved in fact.</param>
/// <param name="Declined">The places in the history of those that would have been declined.</param>
/// <param name="Approved">The places of those that controls declined in fact and that would have been approved.</param>
/// <param name="StillDeclined">How many that controls declined in fact would have been declined again.</param>
/// <param name="Unjudged">
/// How many nobody can judge, for their merchant's category or country is not known. They are among no others.
/// </param>
/// <param name="Effects">Which control would have declined, the one with most purchases first.</param>
public sealed record BacktestResult(
    int Purchases, IReadOnlyList<int> Declined, Money DeclinedAmount, IReadOnlyList<int> Approved, Money ApprovedAmount,
    int StillDeclined, int Unjudged, IReadOnlyList<ControlEffect> Effects, IReadOnlyList<DeclineExample> Examples,
    IReadOnlyList<BacktestDay> Days);
