using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.WebUi.Text;

namespace CleanIssuing.UnitTests.Text;

public class MoneyAxisTests
{
    [Theory]
    [InlineData(1_290_00, "usd", "$0 $500 $1,000 $1,500")]
    [InlineData(48_000_00, "usd", "$0 $20k $40k $60k")]
    [InlineData(70_00, "usd", "$0 $25 $50 $75")]
    [InlineData(2, "usd", "$0.00 $0.01 $0.02 $0.03")]
    [InlineData(2_900_000, "jpy", "0 1M 2M 3M")]
    [InlineData(9_000, "kwd", "0 5 10 15")]
    [InlineData(6, "kwd", "0.000 0.002 0.004 0.006")]
    [InlineData(75, "kwd", "0.000 0.025 0.050 0.075")]
    [InlineData(7_00, "usd", "$0.00 $2.50 $5.00 $7.50")]
    public void Lines_stand_at_round_amounts_that_reach_the_largest(long largest, string currency, string lines)
    {
        var axis = new MoneyAxis(new Money(largest, Currency.Parse(currency)), 3);

        string.Join(' ', Enumerable.Range(0, 4).Select(axis.Text)).ShouldBe(lines);
        axis.At(3).Minor.ShouldBeGreaterThanOrEqualTo(largest);
    }

    [Fact]
    public void Nothing_has_an_axis_too() =>
        new MoneyAxis(Money.Zero(Currency.Usd), 3).Text(1).ShouldBe("$0.01");
}
