using CleanIssuing.Domain.Authorizations;

namespace CleanIssuing.Application.Authorizations;

/// <summary>
/// What the purchases of each day came to, summed up so that nobody has to read a million of them. A day is summed up anew, once its
/// purchases have changed, before it is read.
/// </summary>
public interface ISpendStore
{
    /// <summary>The whole of each day, from the first to the last (UTC), in every currency.</summary>
    Task<IReadOnlyList<DailySpend>> ListDaysAsync(
        IReadOnlyList<AccountId> accounts, DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>
    /// What all purchases of the accounts come to; none as long as very many days are still to be summed up. Each question sums up some.
    /// </summary>
    Task<PurchaseTotals?> FindSumAsync(IReadOnlyList<AccountId> accounts, CancellationToken cancellationToken);

    /// <summary>What took the most in these days, the most first.</summary>
    Task<IReadOnlyList<SpendShare>> ListTopAsync(
        IReadOnlyList<AccountId> accounts, SpendDimension dimension, Currency currency, DateOnly from, DateOnly to, int take,
        CancellationToken cancellationToken);

    /// <summary>Sums up the days that have changed, those from the first to the last.</summary>
    Task SumUpAsync(IReadOnlyList<AccountId> accounts, DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>Sums up every day of every account anew, from the purchases alone.</summary>
    /// <returns>How many days there were.</returns>
    Task<int> RebuildAsync(CancellationToken cancellationToken);
}
