using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.UnitTests.Common;
using CleanIssuing.WebUi.Text;

namespace CleanIssuing.UnitTests.Text;

public class MoneyTextTests
{
    [Theory]
    [InlineData(131240, "usd", "$1,312.40")]
    [InlineData(-500, "usd", "-$5.00")]
    [InlineData(1312, "jpy", "1,312\u00a0JPY")]
    [InlineData(1312400, "kwd", "1,312.400\u00a0KWD")]
    [InlineData(5, "eur", "€0.05")]
    public void An_amount_is_shown_with_its_currencys_own_decimals(long amount, string currency, string text) =>
        new Money(amount, Currency.Parse(currency)).Display().ShouldBe(text);

    [Theory]
    [InlineData("50", "usd", 5000)]
    [InlineData(" 1,250.5 ", "usd", 125050)]
    [InlineData("1250.500", "kwd", 1250500)]
    [InlineData("1250", "jpy", 1250)]
    [InlineData("0", "usd", 0)]
    public void What_a_person_types_is_read(string typed, string currency, long amount)
    {
        new MoneyInput(TestWords.Words).Read(typed, Currency.Parse(currency), out var read).ShouldBeNull();
        read.ShouldBe(new Money(amount, Currency.Parse(currency)));
    }

    [Theory]
    [InlineData("", "usd", "Enter an amount")]
    [InlineData("-5", "usd", "negative")]
    [InlineData("5.123", "usd", "2 decimals")]
    [InlineData("5.1", "jpy", "no decimals")]
    [InlineData("5.1234", "kwd", "3 decimals")]
    [InlineData("12,50", "usd", "after a point")]
    [InlineData("fifty", "usd", "in digits")]
    [InlineData("99999999999999999999999", "usd", "largest")]
    [InlineData("9999999999", "usd", "largest")]
    [InlineData("1e5", "usd", "in digits")]
    public void What_cannot_be_an_amount_is_told(string typed, string currency, string problem) =>
        new MoneyInput(TestWords.Words).Read(typed, Currency.Parse(currency), out _).ShouldNotBeNull().ShouldContain(problem);
}
