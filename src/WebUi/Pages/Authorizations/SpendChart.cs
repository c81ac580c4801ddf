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
        _days = DateTime.DaysInMonth(spend.Today.Year, spend.Today.Month);
        then = [.. then.Take(_days)];
        Step = Round(new Money(Math.Max(1, now.Concat(then).Max()), spend.Currency));
        Top = Step with { Minor = Step.Minor * Lines };
        (ThisMonth, LastMonth) = (Line(now), Line(then));
        Area = now.Count == 0 ? "" : $"{ThisMonth} {X(now.Count - 1)},100 0,100";
        (EndX, EndY) = (X(now.Count - 1), Y(now[^1]));
    }

    /// <summary>How many lines there are above nothing.</summary>
    public const int Lines = 3;

    /// <summary>What a line stands for.</summary>
    public Money Step { get; }

    public Money Top { get; }

    public string ThisMonth { get; }

    public string LastMonth { get; }

    /// <summary>What lies under this month's line.</summary>
    public string Area { get; }

    public string EndX { get; }

    public string EndY { get; }

    /// <summary>Where a day of the month stands, from the left.</summary>
    public string X(int day) => Text(_days <= 1 ? 0 : 100.0 * day / (_days - 1));

    /// <summary>What the axis says at a line: <c>$20k</c></summary>
    public string AxisText(int line)
    {
        var (divisor, unit) = Top.Units switch
        {
            >= 10_000_000 => (1_000_000m, "M"),
            >= 10_000 => (1_000m, "k"),
            _ => (1m, ""),
        };
        var sign = Top.Display() is [var first, ..] && !char.IsAsciiDigit(first) ? first.ToString() : "";
        return sign + (Step.Units * line / divisor).ToString("#,0.##", CultureInfo.InvariantCulture) + (line == 0 ? "" : unit);
    }

    private string Line(List<long> sums)
    {
        var line = new StringBuilder();
        for (var day = 0; day < sums.Count; day++)
            line.Append(CultureInfo.InvariantCulture, $"{(day == 0 ? "" : " ")}{X(day)},{Y(sums[day])}");
        return line.ToString();
    }

    private string Y(long minor) => Text(100 - (100.0 * Math.Max(0, minor) / Top.Minor));

    private static List<long> Running(IEnumerable<long> days)
    {
        var sum = 0L;
        return [.. days.Select(day => sum += day)];
    }

    /// <summary>A round third of the largest sum, or a little more: 1, 2 or 5 with noughts.</summary>
    private static Money Round(Money largest)
    {
        var third = largest.Minor / (double)Lines;
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, third))));
        var step = new[] { 1, 2, 2.5, 5, 10 }.First(s => s * power >= third) * power;
        return largest with { Minor = (long)Math.Ceiling(step) };
    }

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
