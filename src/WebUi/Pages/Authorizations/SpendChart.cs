using System.Globalization;
using System.Text;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.WebUi.Text;

namespace CleanIssuing.WebUi.Pages.Authorizations;

/// <summary>The running total of this month beside last month's, in a square of 100 by 100 that the page stretches.</summary>
public sealed class SpendChart
{
    private readonly int _days;

    public SpendChart(SpendOverview spend)
    {
        var (now, then) = (Running(spend.ThisMonth.Select(d => d.AmountMinor)), Running(spend.LastMonth.Select(d => d.AmountMinor)));
        // A longer month before ends where this one does.
        _days = DateTime.DaysInMonth(spend.Month.Year, spend.Month.Month);
        then = [.. then.Take(_days)];
        Axis = new MoneyAxis(new Money(now.Concat(then).Max(), spend.Currency), Lines);
        (ThisMonth, LastMonth) = (Line(now), Line(then));
        Area = now.Count == 0 ? "" : $"{ThisMonth} {X(now.Count - 1)},100 0,100";
        (EndX, EndY) = (X(now.Count - 1), Y(now[^1]));
        // A week apart, and the last day; a day beside the last would be written over it.
        Ticks = [.. Enumerable.Range(0, 4).Select(week => week * 7), _days - 1];
    }

    /// <summary>The days of the month, counted from 0, that are named under the chart.</summary>
    public IReadOnlyList<int> Ticks { get; }

    /// <summary>How many lines there are above nothing.</summary>
    public const int Lines = 3;

    public MoneyAxis Axis { get; }

    public string ThisMonth { get; }

    public string LastMonth { get; }

    /// <summary>What lies under this month's line.</summary>
    public string Area { get; }

    /// <summary>Where this month's line ends.</summary>
    public string EndX { get; }

    public string EndY { get; }

    /// <summary>Where a day of the month stands, from the left.</summary>
    public string X(int day) => Text(_days <= 1 ? 0 : 100.0 * day / (_days - 1));

    private string Line(List<long> sums)
    {
        var line = new StringBuilder();
        for (var day = 0; day < sums.Count; day++)
            line.Append(CultureInfo.InvariantCulture, $"{(day == 0 ? "" : " ")}{X(day)},{Y(sums[day])}");
        return line.ToString();
    }

    private string Y(long minor) => Text(100 - (100.0 * Math.Max(0, minor) / Axis.At(Lines).Minor));

    private static List<long> Running(IEnumerable<long> days)
    {
        var sum = 0L;
        return [.. days.Select(day => sum += day)];
    }

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
