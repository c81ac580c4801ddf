using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.UnitTests.SpendControls;

public class LimitUsageTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void The_tightest_limit_is_the_one_that_leaves_least_of_those_that_count_everything_over_a_period()
    {
        LimitUsage[] usages =
        [
            Usage(500, 100, LimitInterval.Daily), Usage(1000, 950, LimitInterval.Monthly), Usage(10, 0, LimitInterval.PerAuthorization),
            Usage(5, 0, LimitInterval.Weekly, "taxicabs_limousines"),
        ];

        LimitUsage.Tightest(usages, Currency.Usd)!.Limit.Interval.ShouldBe(LimitInterval.Monthly);
        LimitUsage.Tightest(usages, Currency.Parse("eur")).ShouldBeNull();
        LimitUsage.Tightest(usages, Currency.Usd, "taxicabs_limousines")!.Limit.Interval.ShouldBe(LimitInterval.Weekly);
        LimitUsage.Tightest(usages, Currency.Usd, "airlines_air_carriers")!.Limit.Interval.ShouldBe(LimitInterval.Monthly);
    }

    [Fact]
    public void Of_limits_that_leave_the_same_the_one_that_lasts_longest_is_told() =>
        LimitUsage.Tightest(
                [Usage(500, 500, LimitInterval.Daily), Usage(900, 900, LimitInterval.Yearly), Usage(600, 600, LimitInterval.Monthly)],
                Currency.Usd)!
            .Limit.Interval.ShouldBe(LimitInterval.Yearly);

    [Theory]
    [InlineData(500, 200, 300)]
    [InlineData(500, 700, 0)]
    public void Nothing_is_left_of_a_limit_that_was_exceeded(long limit, long spent, long left) =>
        Usage(limit, spent, LimitInterval.Daily).Left.ShouldBe(new Money(left, Currency.Usd));

    [Theory]
    [InlineData(LimitInterval.Monthly, 24.0 / 30)]
    [InlineData(LimitInterval.Weekly, 3.0 / 7)]
    [InlineData(LimitInterval.Daily, null)]
    [InlineData(LimitInterval.AllTime, null)]
    public void The_pace_is_how_far_the_period_has_run(LimitInterval interval, double? pace) =>
        Usage(500, 0, interval).Pace(Today).ShouldBe(pace);

    private static LimitUsage Usage(long limit, long spent, LimitInterval interval, params string[] categories) => new(
        new SpendingLimit(new Money(limit, Currency.Usd), interval, categories), ControlLevel.Card, new Money(spent, Currency.Usd),
        LimitPeriod.Of(interval, Today));
}
