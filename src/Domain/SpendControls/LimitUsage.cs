using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>How much of a limit has been used in its present period.</summary>
/// <param name="Spent">Stripe counts with a delay of seconds, so this may differ for a moment.</param>
public sealed record LimitUsage(SpendingLimit Limit, ControlLevel Level, Money Spent, LimitPeriod Period)
{
    /// <summary>The share that is used, 0 to 1.</summary>
    public double Share => Limit.Amount.Minor == 0 ? 1 : Math.Clamp((double)Spent.Minor / Limit.Amount.Minor, 0, 1);

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
