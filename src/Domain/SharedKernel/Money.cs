using System.Globalization;
using System.Runtime.InteropServices;

namespace CleanIssuing.Domain.SharedKernel;

/// <summary>An amount in the minor unit of its currency. Amounts of two currencies are never added or compared.</summary>
/// <param name="Minor">In the minor unit: cents of a dollar, whole yen, fils of a dinar.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Money(long Minor, Currency Currency) : IComparable<Money>
{
    /// <summary>The largest amount that Stripe accepts, in the minor unit.</summary>
    public const long MaxMinor = 9_999_999_999;

    public static Money Zero(Currency currency) => new(0, currency);

    public static Money Max(Currency currency) => new(MaxMinor, currency);

    /// <summary>In whole units of the currency.</summary>
    public decimal Units => Minor / Scale(Currency.Decimals);

    /// <exception cref="ArgumentOutOfRangeException">It has more decimals than the currency.</exception>
    public static Money FromUnits(decimal units, Currency currency)
    {
        var minor = units * Scale(currency.Decimals);
        return decimal.IsInteger(minor)
            ? new((long)minor, currency)
            : throw new ArgumentOutOfRangeException(nameof(units), units, "The amount has more decimals than its currency.");
    }

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => left with { Minor = left.Minor + right.In(left.Currency) };

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => left with { Minor = left.Minor - right.In(left.Currency) };

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other) => Minor.CompareTo(other.In(Currency));

    /// <summary>With decimals and code, for logs and debugging: <c>1312.40 USD</c>.</summary>
    public override string ToString() =>
        Units.ToString("F" + Currency.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + " " + Currency;

    private long In(Currency currency) => Currency == currency
        ? Minor
        : throw new InvalidOperationException($"{Currency} and {currency} cannot be added or compared.");

    private static decimal Scale(int decimals) => decimals switch
    {
        0 => 1m,
        3 => 1000m,
        _ => 100m,
    };
}
