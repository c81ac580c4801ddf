using System.Globalization;

namespace CleanIssuing.Domain.Common;

/// <summary>Writes and reads amounts: kept in the currency's minor unit, shown in its own number of decimals.</summary>
public static class Money
{
    // https://docs.stripe.com/currencies#zero-decimal and #three-decimal.
    private static readonly HashSet<string> WithoutDecimals = new(
        ["bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "ugx", "vnd", "vuv", "xaf", "xof", "xpf"], StringComparer.Ordinal);

    private static readonly HashSet<string> WithThreeDecimals = new(["bhd", "jod", "kwd", "omr", "tnd"], StringComparer.Ordinal);

    /// <summary>The largest amount that Stripe takes for a limit, in the minor unit.</summary>
    public const long Largest = 99_999_999_99;

    /// <summary>How many decimals the currency has: 0, 2 or 3.</summary>
    public static int Decimals(string currency) =>
        WithoutDecimals.Contains(currency) ? 0 : WithThreeDecimals.Contains(currency) ? 3 : 2;

    /// <summary>The amount with its decimals and thousands: <c>1,312.40</c>.</summary>
    public static string Number(long amount, string currency) =>
        ToUnits(amount, currency).ToString("N" + Decimals(currency).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The amount with its currency: <c>1,312.40 USD</c>.</summary>
    public static string Text(long amount, string currency) => $"{Number(amount, currency)} {currency.ToUpperInvariant()}";

    /// <summary>The amount as a person types it: <c>1312.40</c>.</summary>
    public static string Input(long amount, string currency) =>
        ToUnits(amount, currency).ToString("F" + Decimals(currency).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Reads what a person typed.</summary>
    /// <returns>What is wrong with it; none when it was read.</returns>
    public static string? Read(string? text, string currency, out long amount)
    {
        amount = 0;
        var decimals = Decimals(currency);
        var code = currency.ToUpperInvariant();
        var typed = text?.Trim().Replace(" ", "", StringComparison.Ordinal) ?? "";
        if (typed.Length == 0)
            return "Enter an amount.";
        // A comma groups thousands only where groups of three follow it; anything else could mean a decimal comma.
        if (typed.Contains(',', StringComparison.Ordinal))
        {
            if (!decimal.TryParse(typed, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                || typed.Split('.')[0].Split(',').Skip(1).Any(part => part.Length != 3))
                return "Write decimals after a point, such as 1250.50.";
            typed = typed.Replace(",", "", StringComparison.Ordinal);
        }

        if (!decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var units))
            return typed.All(c => char.IsAsciiDigit(c) || c is '.' or '-') && typed.Length > 15 ? TooLarge(currency) : "Enter an amount in digits, such as 250.";
        if (units < 0)
            return "An amount cannot be negative.";
        var point = typed.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0 && typed.Length - point - 1 > decimals)
            return decimals == 0 ? $"{code} has no decimals." : $"{code} has {decimals} decimals at most.";
        if (units > ToUnits(Largest, currency))
            return TooLarge(currency);
        amount = (long)(units * Scale(decimals));
        return null;
    }

    private static string TooLarge(string currency) => $"The largest amount is {Text(Largest, currency)}.";

    private static decimal ToUnits(long amount, string currency) => amount / Scale(Decimals(currency));

    private static decimal Scale(int decimals) => decimals switch
    {
        0 => 1m,
        3 => 1000m,
        _ => 100m,
    };
}
