using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>How much of a limit has been used in its present period.</summary>
/// <param name="Spent">Stripe counts with a delay of seconds, so this may differ for a moment.</param>
public sealed record LimitUsage(SpendingLimit Limit, ControlLevel Level, Money Spent, LimitPeriod Period)
{
    /// <summary>The share that is used, 0 to 1.</summary>
    public double Share => Limit.Amount.Minor == 0 ? 1 : Math.Clamp((double)Spent.Minor / Limit.Amount.Minor, 0, 1);

    /// <summary>What is left of it, never less than nothing.</summary>
    public Money Left => Limit.Amount with { Minor = Math.Max(0, Limit.Amount.Minor - Spent.Minor) };

    /// <summary>
    /// Of the limits that count every purchase over a period, the one that leaves the least; of several, the one that lasts longest.
    /// None where there is no such limit in the currency.
    /// </summary>
    /// <param name="category">Where given, limits of this category count, too.</param>
    public static LimitUsage? Tightest(IEnumerable<LimitUsage> usages, Currency currency, string? category = null) => usages
        .Where(u => u.Limit.Interval != LimitInterval.PerAuthorization && u.Limit.Amount.Currency == currency
            && (u.Limit.Categories.Length == 0 || (category is not null && u.Limit.Categories.Contains(category))))
        .OrderBy(u => u.Left.Minor).ThenByDescending(u => u.Period.End ?? DateOnly.MaxValue).FirstOrDefault();

    /// <summary>How far the period has run on the day, 0 to 1; none where it never ends, or lasts a day only.</summary>
    public double? Pace(DateOnly today) => Period.End is { } end && end.DayNumber - Period.Start.DayNumber is > 1 and var days
        ? (double)(today.DayNumber - Period.Start.DayNumber + 1) / days
        : null;

    /// <summary>The usage of every limit, from the purchases that were approved.</summary>
    public static IReadOnlyList<LimitUsage> Of(IEnumerable<SpendingLimit> limits, PurchaseHistory history, DateOnly today,
        ControlLevel level)
    {
        SpendingLimit[] all = [.. limits];
        var evaluator = new SpendingControlsEvaluator(SpendingControls.Create(limits: all), history.Currency, history.Kinds);
        evaluator.CountAll(history);
        return
        [
            .. all.Select(limit => new LimitUsage(
                limit, level, evaluator.SpentOf(limit, today.DayNumber), LimitPeriod.Of(limit.Interval, today))),
        ];
    }
}
