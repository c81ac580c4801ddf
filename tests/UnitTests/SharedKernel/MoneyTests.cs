using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.UnitTests.SharedKernel;

public class MoneyTests
{
    private static readonly Currency Usd = Currency.Usd;
    private static readonly Currency Jpy = Currency.Parse("jpy");
    private static readonly Currency Kwd = Currency.Parse("kwd");

    [Fact]
    public void Amounts_of_one_currency_are_added_subtracted_and_compared()
    {
        var (ten, four) = (new Money(10_00, Usd), new Money(4_00, Usd));

        (ten + four).ShouldBe(new Money(14_00, Usd));
        (ten - four).ShouldBe(new Money(6_00, Usd));
        (four < ten).ShouldBeTrue();
        (four >= ten).ShouldBeFalse();
    }

    [Fact]
    public void Amounts_of_two_currencies_are_never_mixed()
    {
        var (dollars, yen) = (new Money(10_00, Usd), new Money(1000, Jpy));

        Should.Throw<InvalidOperationException>(() => dollars + yen);
        Should.Throw<InvalidOperationException>(() => dollars - yen);
        Should.Throw<InvalidOperationException>(() => dollars < yen);
        dollars.ShouldNotBe(yen with { Minor = 10_00 });
    }

    [Fact]
    public void Units_and_minor_units_convert_by_the_currencys_decimals()
    {
        Money.FromUnits(12.34m, Usd).Minor.ShouldBe(1234);
        Money.FromUnits(1234m, Jpy).Minor.ShouldBe(1234);
        Money.FromUnits(1.234m, Kwd).Minor.ShouldBe(1234);
        new Money(1234, Kwd).Units.ShouldBe(1.234m);
        Should.Throw<ArgumentOutOfRangeException>(() => Money.FromUnits(0.5m, Jpy));
    }

    [Theory]
    [InlineData("usd", 2)]
    [InlineData("JPY", 0)]
    [InlineData("kwd", 3)]
    public void A_currency_knows_its_decimals(string code, int decimals)
    {
        var currency = Currency.Parse(code);

        currency.Decimals.ShouldBe(decimals);
        currency.Code.ShouldBe(code.ToLowerInvariant());
        currency.ToString().ShouldBe(code.ToUpperInvariant());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("us")]
    [InlineData("usd1")]
    [InlineData("u5d")]
    [InlineData("\u00fcsd")]
    public void A_currency_is_three_letters(string? code)
    {
        Currency.TryParse(code, null, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => Currency.Parse(code));
    }
}
