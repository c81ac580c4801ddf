using CleanIssuing.Domain.Common;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>How much of a limit has been used in its present period.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Level">Whose limit.</param>
/// <param name="Spent">In the minor unit. Stripe counts with a delay of seconds, so that this may differ for a moment.</param>
/// <param name="Period">The present period.</param>
/// <param name="Currency">The currency.</param>
public sealed record LimitUse(SpendingLimit Limit, ControlLevel Level, long Spent, LimitPeriod Period, string Currency)
{
    /// <summary>The share that is used, 0 to 1.</summary>
    public double Share => Limit.Amount == 0 ? 1 : Math.Clamp((double)Spent / Limit.Amount, 0, 1);

    /// <summary>The use in words: <c>312.40 of 500.00 USD this month, resets 1 Dec 00:00 UTC</c>.</summary>
    public string Text
    {
        get
        {
            if (Limit.Interval == LimitInterval.PerAuthorization)
                return $"At most {Money.Text(Limit.Amount, Currency)} per purchase";
            var resets = Period.End is { } end
                ? ", resets " + end.ToString("d MMM", System.Globalization.CultureInfo.InvariantCulture) + " 00:00 UTC"
                : "";
            return $"{Money.Number(Spent, Currency)} of {Money.Text(Limit.Amount, Currency)} {ControlWords.Present(Limit.Interval)}{resets}";
        }
    }

    /// <summary>The use of every limit, from the purchases that were approved.</summary>
    public static IReadOnlyList<LimitUse> Of(
        IEnumerable<SpendingLimit> limits, PurchaseHistory history, DateOnly today, string currency, ControlLevel level)
    {
        SpendingLimit[] all = [.. limits];
        var ledger = new ControlLedger(SpendingControls.Create(limits: all), history.Kinds);
        ledger.CountAll(history);
        return
        [
            .. all.Select(limit => new LimitUse(
                limit, level, ledger.SpentOf(limit, today.DayNumber), LimitPeriod.Of(limit.Interval, today), currency)),
        ];
    }
}
