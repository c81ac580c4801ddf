using System.Globalization;
using CleanIssuing.Domain.SpendControls;
using CleanIssuing.WebUi.Text;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>A backtest in money: by day up to a month, by week up to four, by month beyond.</summary>
public sealed class BacktestChart
{
    private const int MostDays = 31;
    private const int MostDaysInWeeks = 120;
    private const int MostLines = 3;

    // Of what a bar has for itself.
    private const double BarShare = 0.69;

    // Parts of a bar touch at too little contrast to be told apart by their colours alone.
    private const double Gap = 2;

    public BacktestChart(IReadOnlyList<BacktestDay> days)
    {
        Unit = days.Count <= MostDays ? "day" : days.Count <= MostDaysInWeeks ? "week" : "month";
        Periods = [.. days.GroupBy(d => Unit switch
        {
            "day" => d.Day,
            // As limits count them: from Sunday.
            "week" => d.Day.AddDays(-(int)d.Day.DayOfWeek),
            _ => new DateOnly(d.Day.Year, d.Day.Month, 1),
        }).Select(g => Sum([.. g]))];

        var highest = Periods.Max(p => p.ApprovedAmount + p.DeclinedAmount);
        var lowest = Periods.Max(p => p.NewlyApprovedAmount);
        Axis = new MoneyAxis(highest > lowest ? highest : lowest, MostLines);
        (Above, Below) = (Math.Max(1, Axis.LinesFor(highest)), Axis.LinesFor(lowest));
        var step = 100.0 / Periods.Count;
        BarWidth = Percent(step * BarShare);
        Bars = [.. Periods.Select((p, i) => Bar(p, (i + ((1 - BarShare) / 2)) * step))];
    }

    /// <summary>What lies between two lines, in pixels.</summary>
    public const int LineHeight = 44;

    /// <summary>How long the days of a bar are: <c>day</c>, <c>week</c> or <c>month</c>.</summary>
    public string Unit { get; }

    public IReadOnlyList<BacktestPeriod> Periods { get; }

    public IReadOnlyList<BacktestBar> Bars { get; }

    public string BarWidth { get; }

    public MoneyAxis Axis { get; }

    /// <summary>How many lines there are above the axis.</summary>
    public int Above { get; }

    /// <summary>How many lines there are below the axis, where what is newly approved is drawn.</summary>
    public int Below { get; }

    /// <summary>How many periods have purchases that would have been declined.</summary>
    public int DecliningPeriods => Periods.Count(p => p.Declined > 0);

    /// <summary>The period in which most would have been declined; none where nothing would.</summary>
    public BacktestPeriod? Worst => Periods.Where(p => p.Declined > 0).MaxBy(p => (p.DeclinedAmount.Minor, p.Declined));

    /// <summary>Where the middle of a bar is, as a part of the chart's width.</summary>
    public string Middle(int period) => Percent((period + 0.5) * 100 / Periods.Count);

    private BacktestBar Bar(BacktestPeriod period, double x)
    {
        var bottom = (double)Above * LineHeight;
        var (approved, declined) = (Height(period.ApprovedAmount), Height(period.DeclinedAmount));
        var drawn = approved > 0 && declined > Gap ? declined - Gap : declined;
        return new BacktestBar(
            Percent(x), Pixels(bottom - approved), Pixels(approved), Pixels(bottom - approved - declined), Pixels(drawn),
            Pixels(Height(period.NewlyApprovedAmount)));
    }

    private double Height(Money amount) => (double)LineHeight * amount.Minor / Axis.Step.Minor;

    private static BacktestPeriod Sum(BacktestDay[] days)
    {
        var sum = days.Aggregate((all, day) => all.With(day));
        return new BacktestPeriod(
            days[0].Day, days[^1].Day, sum.Approved, sum.ApprovedAmount, sum.Declined, sum.DeclinedAmount, sum.NewlyApproved,
            sum.NewlyApprovedAmount);
    }

    private static string Percent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Pixels(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
