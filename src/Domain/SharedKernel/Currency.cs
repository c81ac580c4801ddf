using System.Diagnostics.CodeAnalysis;

namespace CleanIssuing.Domain.SharedKernel;

/// <summary>A currency by its ISO 4217 code, in lower case as Stripe writes it.</summary>
public readonly record struct Currency : IParsable<Currency>
{
    // https://docs.stripe.com/currencies#zero-decimal and #three-decimal.
    private static readonly HashSet<string> WithoutDecimals = new(
        ["bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "ugx", "vnd", "vuv", "xaf", "xof", "xpf"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> WithThreeDecimals = new(["bhd", "jod", "kwd", "omr", "tnd"], StringComparer.Ordinal);

    private Currency(string code) => Code = code;

    /// <summary>Three letters in lower case: <c>usd</c>.</summary>
    public string Code { get; }

    /// <summary>How many of an amount's digits in the minor unit are decimals: 0, 2 or 3.</summary>
    public int Decimals => WithoutDecimals.Contains(Code) ? 0 : WithThreeDecimals.Contains(Code) ? 3 : 2;

    /// <summary>Those that have this many decimals, where they are few: 0 or 3.</summary>
    public static IReadOnlyList<Currency> WithDecimals(int decimals) =>
        [.. (decimals == 0 ? WithoutDecimals : WithThreeDecimals).Select(code => new Currency(code))];

    public static Currency Usd { get; } = new("usd");

    /// <exception cref="FormatException">It is not three letters.</exception>
    public static Currency Parse(string? s) =>
        TryParse(s, null, out var currency) ? currency : throw new FormatException("A currency is three letters.");

    static Currency IParsable<Currency>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Currency result)
    {
        result = s is { Length: 3 } && s.All(char.IsAsciiLetter) ? new(s.ToLowerInvariant()) : default;
        return result.Code is not null;
    }

    /// <summary>In capitals, as people write it.</summary>
    public override string ToString() => Code.ToUpperInvariant();
}
