using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.Domain.SpendControls;
using CleanIssuing.WebUi.Pages.SpendControls;

namespace CleanIssuing.UnitTests.SpendControls;

public class BacktestChartTests
{
    // A Wednesday.
    private static readonly DateOnly Last = new(2026, 11, 25);

    [Theory]
    [InlineData(30, "day", 30)]
    [InlineData(90, "week", 14)]
    [InlineData(365, "month", 13)]
    public void Long_times_are_drawn_in_longer_periods(int days, string unit, int periods)
    {
        var chart = new BacktestChart(Days(days, declined: 100));

        (chart.Unit, chart.Periods.Count).ShouldBe((unit, periods));
        chart.DecliningPeriods.ShouldBe(periods);
        chart.Worst.ShouldNotBeNull().DeclinedAmount.Minor.ShouldBe(chart.Periods.Max(p => p.DeclinedAmount.Minor));
        chart.Periods.Sum(p => p.DeclinedAmount.Minor).ShouldBe(days * 100);
        (chart.Periods[0].First, chart.Periods[^1].Last).ShouldBe((Last.AddDays(1 - days), Last));
        chart.Bars.Count.ShouldBe(periods);
    }

    [Fact]
    public void Weeks_begin_on_Sundays_as_those_of_limits_do() =>
        new BacktestChart(Days(90)).Periods.Skip(1).ShouldAllBe(p => p.First.DayOfWeek == DayOfWeek.Sunday);

    [Fact]
    public void Both_sides_have_one_scale_and_only_the_lines_that_they_need()
    {
        var chart = new BacktestChart(Days(1, approved: 260_00, declined: 30_00, newly: 90_00));

        (chart.Axis.Step.Minor, chart.Above, chart.Below).ShouldBe((100_00, 3, 1));
        // 132 pixels are 300.00; the declined part stands on the approved one, with a gap of 2 between.
        chart.Bars.ShouldHaveSingleItem().ShouldBe(new BacktestBar("15.5%", "17.6", "114.4", "4.4", "11.2", "39.6"));
    }

    [Fact]
    public void Where_nothing_was_spent_the_axis_still_stands()
    {
        var chart = new BacktestChart(Days(30));

        (chart.Above, chart.Below).ShouldBe((1, 0));
        chart.Bars.ShouldAllBe(b => b.ApprovedHeight == "0" && b.DeclinedHeight == "0" && b.NewlyHeight == "0");
    }

    private static List<BacktestDay> Days(int count, long approved = 0, long declined = 0, long newly = 0) =>
        [.. Enumerable.Range(0, count).Select(i => new BacktestDay(
            Last.AddDays(i + 1 - count), 1, Usd(approved), 1, Usd(declined), 1, Usd(newly)))];

    private static Money Usd(long minor) => new(minor, Currency.Usd);
}
