using System.Globalization;

namespace CleanIssuing.WebUi.Text;

/// <summary>Amounts for people: with the currency's own decimals.</summary>
public static class MoneyText
{
    /// <summary><c>1,312.40</c></summary>
    public static string Number(this Money money) => money.Units.ToString(Format("N", money.Currency), CultureInfo.InvariantCulture);

    /// <summary><c>1,312.40 USD</c></summary>
    public static string WithCode(this Money money) => $"{money.Number()} {money.Currency}";

    /// <summary><c>1312.40</c>, as it stands in a form.</summary>
    public static string ForInput(this Money money) => money.Units.ToString(Format("F", money.Currency), CultureInfo.InvariantCulture);

    private static string Format(string kind, Currency currency) => kind + currency.Decimals.ToString(CultureInfo.InvariantCulture);
}
