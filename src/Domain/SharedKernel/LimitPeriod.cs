using System.Runtime.InteropServices;

namespace CleanIssuing.Domain.SharedKernel;

/// <summary>The span that a limit counts over.</summary>
/// <param name="Start">Its first day (UTC).</param>
/// <param name="End">The day after its last; none where it never ends.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LimitPeriod(DateOnly Start, DateOnly? End)
{
    /// <summary>The period of this interval that the day is in.</summary>
    public static LimitPeriod Of(LimitInterval interval, DateOnly day) => interval switch
    {
        LimitInterval.PerAuthorization or LimitInterval.Daily => new(day, day.AddDays(1)),
        LimitInterval.Weekly when day.AddDays(-(int)day.DayOfWeek) is var sunday => new(sunday, sunday.AddDays(7)),
        LimitInterval.Monthly => new(new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, 1).AddMonths(1)),
        LimitInterval.Yearly => new(new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 1, 1).AddYears(1)),
        _ => new(DateOnly.MinValue, null),
    };

    /// <summary>The first day that any of these limits still counts on the day; the day itself where there is none.</summary>
    public static DateOnly EarliestStart(IEnumerable<SpendingLimit> limits, DateOnly day) =>
        limits.Select(l => Of(l.Interval, day).Start).Append(day).Min();
}
