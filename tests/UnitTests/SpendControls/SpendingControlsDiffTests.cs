using CleanIssuing.Application.Common;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.UnitTests.Common;

namespace CleanIssuing.UnitTests.SpendControls;

public class SpendingControlsDiffTests
{
    private static readonly SpendingControls Before = SpendingControls.Create(
        limits: [new(TestData.Usd(500_00), LimitInterval.Monthly), new(TestData.Usd(10_00), LimitInterval.Daily, ["bakeries"])]);

    private static readonly SpendingControls After = SpendingControls.Create(
        Restriction.Block("betting_casino_gambling"), Restriction.Allow("US", "FR"),
        limits: [new(TestData.Usd(300_00), LimitInterval.Monthly)]);

    [Fact]
    public void Differences_are_told_in_words() =>
        SpendingControlsDiff.Between(Before, After).Select(TestWords.Formatter.Difference).ShouldBe(
        [
            "Gambling, betting and casinos blocked",
            "only these merchant countries allowed: France and United States",
            "monthly limit $500.00 → $300.00",
            "daily limit of $10.00 for Bakeries removed",
        ]);

    [Fact]
    public void Differences_are_told_in_the_same_words_after_they_were_stored()
    {
        var details = SpendingControlsDiff.Between(Before, After);

        Detail.Read(Detail.Write(details)).Select(TestWords.Formatter.Difference)
            .ShouldBe(details.Select(TestWords.Formatter.Difference));
    }

    [Fact]
    public void Equal_controls_have_no_differences() =>
        SpendingControlsDiff.Between(After, After).ShouldBeEmpty();
}
