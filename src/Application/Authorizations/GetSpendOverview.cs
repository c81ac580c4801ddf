using CleanIssuing.Domain.Authorizations;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>What is spent in a month, day by day (UTC), beside the month before.</summary>
/// <param name="Account">None looks at all accounts that the person sees.</param>
/// <param name="Currency">None takes the one with the most purchases.</param>
/// <param name="Month">Any day of it; none takes this month.</param>
public sealed record GetSpendOverview(AccountId? Account = null, Currency? Currency = null, DateOnly? Month = null)
    : IRequest<SpendOverview>, IAuthorizedRequest
{
    public const int TopCount = 5;

    /// <summary>How many cardholders are told; more than are shown, for others to go on from.</summary>
    public const int CardholderCount = 50;

    public Requirement Requirement => Account is { } account ? new SeesAccount(account) : new SeesSomeAccount();
}

/// <param name="Month">The first day of the month that is looked at.</param>
/// <param name="Currency">The one that everything shown is in.</param>
/// <param name="Currencies">The currencies that anything was bought in, in this month or the one before.</param>
/// <param name="ThisMonth">A sum for each day that has come, the first day first.</param>
/// <param name="LastMonth">A sum for each day of the month before.</param>
/// <param name="UsualDeclines">Purchases declined a day, in any currency, over the four weeks before yesterday.</param>
/// <param name="Import">How far past purchases have been read; none where none are being read.</param>
public sealed record SpendOverview(
    DateOnly Today, DateOnly Month, Currency Currency, IReadOnlyList<Currency> Currencies, IReadOnlyList<DailySpend> ThisMonth,
    IReadOnlyList<DailySpend> LastMonth, IReadOnlyList<SpendShare> Categories, IReadOnlyList<SpendShare> Merchants,
    IReadOnlyList<SpendShare> Cardholders, double UsualDeclines, HistoryImport? Import)
{
    public Money Spent => Sum(ThisMonth);

    /// <summary>Whether the month is still running.</summary>
    public bool IsCurrent => Month.Year == Today.Year && Month.Month == Today.Month;

    /// <summary>What had been spent of the month before by the same day; all of it where the month looked at is over.</summary>
    public Money SpentLastMonthByNow => Sum(IsCurrent ? LastMonth.Take(ThisMonth.Count) : LastMonth);

    public int Purchases => ThisMonth.Sum(d => d.Purchases);

    public int Declined => ThisMonth.Sum(d => d.Declined);

    public int DeclinedLastMonth => LastMonth.Sum(d => d.Declined);

    public int PurchasesLastMonth => LastMonth.Sum(d => d.Purchases);

    private Money Sum(IEnumerable<DailySpend> days) => new(days.Sum(d => d.AmountMinor), Currency);
}

internal sealed class GetSpendOverviewHandler(
    ICurrentActor current, IAccessReader access, ISpendStore spend, IImportStatus import, TimeProvider time)
    : IRequestHandler<GetSpendOverview, SpendOverview>
{
    public async Task<SpendOverview> Handle(GetSpendOverview request, CancellationToken cancellationToken)
    {
        IReadOnlyList<AccountId> accounts = request.Account is { } one
            ? [one]
            : await access.ListVisibleAccountsAsync(current.Actor.UserId!, cancellationToken);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var day = request.Month is { } asked && asked < today ? asked : today;
        var month = new DateOnly(day.Year, day.Month, 1);
        var lastMonth = month.AddMonths(-1);
        var last = month.AddMonths(1).AddDays(-1) is var end && end < today ? end : today;
        await spend.SumUpAsync(accounts, lastMonth, today, cancellationToken);
        var days = await spend.ListDaysAsync(accounts, lastMonth, today, cancellationToken);
        var currencies = days.Where(d => d.Day <= last).GroupBy(d => d.Currency)
            .OrderByDescending(g => g.Sum(d => d.Purchases)).ThenBy(g => g.Key.Code).Select(g => g.Key).ToList();
        var currency = request.Currency ?? (currencies.Count > 0 ? currencies[0] : Currency.Usd);
        // Four weeks, or as much of them as was read: of March, its first days have a February before them.
        var usualSince = today.AddDays(-29) < lastMonth ? lastMonth : today.AddDays(-29);
        var usual = days.Where(d => d.Day >= usualSince && d.Day < today.AddDays(-1));
        return new SpendOverview(
            today, month, currency, currencies, Each(month, last), Each(lastMonth, month.AddDays(-1)),
            await TopAsync(SpendDimension.Category), await TopAsync(SpendDimension.Merchant),
            await TopAsync(SpendDimension.Cardholder, GetSpendOverview.CardholderCount),
            (double)usual.Sum(d => d.Declined) / (today.DayNumber - 1 - usualSince.DayNumber),
            await import.FindHistoryImportAsync(accounts, cancellationToken));

        Task<IReadOnlyList<SpendShare>> TopAsync(SpendDimension dimension, int take = GetSpendOverview.TopCount) =>
            spend.ListTopAsync(accounts, dimension, currency, month, last, take, cancellationToken);

        IReadOnlyList<DailySpend> Each(DateOnly from, DateOnly to)
        {
            var sums = days.Where(d => d.Currency == currency).ToLookup(d => d.Day);
            return
            [
                .. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).Select(day => new DailySpend(
                    accounts[0], SpendDimension.Total, day, currency, "", sums[day].Sum(d => d.AmountMinor),
                    sums[day].Sum(d => d.Purchases), sums[day].Sum(d => d.Declined))),
            ];
        }
    }
}
