using CleanIssuing.UnitTests.Common;

namespace CleanIssuing.UnitTests.Cards;

public class CardTests
{
    [Theory]
    [InlineData("2029-12-31", false)]
    [InlineData("2030-01-01", true)]
    public void A_card_works_through_the_last_day_of_its_month(string today, bool expired) =>
        TestData.Card().HasExpired(Day(today)).ShouldBe(expired);

    [Theory]
    [InlineData("2029-12-01", false)]
    [InlineData("2029-12-02", true)]
    [InlineData("2029-12-31", true)]
    [InlineData("2030-01-01", false)]
    public void A_card_expires_soon_in_its_last_thirty_days(string today, bool soon) =>
        TestData.Card().ExpiresSoon(Day(today)).ShouldBe(soon);

    [Theory]
    [InlineData("")]
    [InlineData("424")]
    [InlineData("42424")]
    [InlineData("42a2")]
    [InlineData("4000009930466225")]
    public void A_card_holds_four_digits_and_never_a_number(string last4) =>
        Should.Throw<ArgumentException>(() => TestData.Card() with { Last4 = last4 });

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    public void A_month_is_one_to_twelve(int month) =>
        Should.Throw<ArgumentOutOfRangeException>(() => TestData.Card() with { ExpMonth = month });

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
