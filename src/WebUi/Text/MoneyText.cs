using System.Globalization;

namespace CleanIssuing.WebUi.Text;

/// <summary>Amounts for people: with the currency's own decimals.</summary>
public static class MoneyText
{
    /// <summary><c>1,312.40</c></summary>
    public static string Number(this Money money) => money.Units.ToString(Format("N", money.Currency), CultureInfo.InvariantCulture);

    /// <summary><c>$1,312.40</c>, and <c>12.500 KWD</c> where the currency has no sign that everybody knows.</summary>
    public static string Display(this Money money) => SignOf(money.Currency) is { } sign
        ? (money.Minor < 0 ? "-" : "") + sign + (money with { Minor = Math.Abs(money.Minor) }).Number()
        : $"{money.Number()}\u00a0{money.Currency}";

    /// <summary>The parts of <see cref="Display"/>: the whole units, and the rest, which is set smaller.</summary>
    public static (string Whole, string Decimals) Parts(this Money money)
    {
        var text = money.Display();
        var point = text.LastIndexOf('.');
        return point < 0 ? (text, "") : (text[..point], text[point..]);
    }

    private static string? SignOf(Currency currency) => currency.Code switch
    {
        "usd" => "$",
        "eur" => "€",
        "gbp" => "£",
        _ => null,
    };

    /// <summary><c>1312.40</c>, as it stands in a form.</summary>
    public static string ForInput(this Money money) => money.Units.ToString(Format("F", money.Currency), CultureInfo.InvariantCulture);

    private static string Format(string kind, Currency currency) => kind + currency.Decimals.ToString(CultureInfo.InvariantCulture);
}
