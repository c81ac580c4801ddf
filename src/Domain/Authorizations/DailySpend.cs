using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.Authorizations;

/// <summary>What the purchases of a day (UTC) came to, less what was given back of them since.</summary>
/// <param name="Key">What of the dimension it is of.</param>
/// <param name="AmountMinor">In the minor unit of the currency.</param>
/// <param name="Purchases">How many were approved.</param>
/// <param name="Declined">How many were declined.</param>
public sealed record DailySpend(
    AccountId AccountId, SpendDimension Dimension, DateOnly Day, Currency Currency, string Key, long AmountMinor, int Purchases,
    int Declined);
