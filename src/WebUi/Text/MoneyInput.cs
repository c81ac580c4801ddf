using System.Globalization;

namespace CleanIssuing.WebUi.Text;

/// <summary>Reads amounts that people type.</summary>
public sealed class MoneyInput(Words words)
{
    /// <returns>What is wrong, in words; none where the amount could be read.</returns>
    public string? Read(string? text, Currency currency, out Money money)
    {
        money = Money.Zero(currency);
        var typed = text?.Trim().Replace(" ", "", StringComparison.Ordinal) ?? "";
        if (typed.Length == 0)
            return words["amount.required"];
        // A comma groups thousands only where groups of three follow it; anything else could mean a decimal comma.
        if (typed.Contains(',', StringComparison.Ordinal))
        {
            if (!decimal.TryParse(typed, Grouped, CultureInfo.InvariantCulture, out _)
                || typed.Split('.')[0].Split(',').Skip(1).Any(part => part.Length != 3))
                return words["amount.decimal_point"];
            typed = typed.Replace(",", "", StringComparison.Ordinal);
        }

        if (!decimal.TryParse(typed, Plain, CultureInfo.InvariantCulture, out var units))
            return typed.All(c => char.IsAsciiDigit(c) || c is '.' or '-') && typed.Length > 15
                ? TooLarge(currency)
                : words["amount.digits"];
        if (units < 0)
            return words["amount.negative"];
        var point = typed.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0 && typed.Length - point - 1 > currency.Decimals)
            return currency.Decimals == 0 ? words["amount.no_decimals", currency] : words["amount.decimals", currency, currency.Decimals];
        if (units > Money.Max(currency).Units)
            return TooLarge(currency);
        money = Money.FromUnits(units, currency);
        return null;
    }

    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    private const NumberStyles Grouped = NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    private string TooLarge(Currency currency) => words["amount.too_large", Money.Max(currency).Display()];
}
