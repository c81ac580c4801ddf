using System.Diagnostics.CodeAnalysis;

namespace CleanIssuing.Domain.SharedKernel;

/// <summary>The id of a card at Stripe, <c>ic_…</c>.</summary>
public readonly record struct CardId : IParsable<CardId>, IComparable<CardId>
{
    private const string Prefix = "ic_";

    private CardId(string value) => Value = value;

    public string Value { get; }

    public static bool IsValid([NotNullWhen(true)] string? value) => StripeId.IsValid(value, Prefix);

    /// <exception cref="FormatException">It does not have the shape of such an id.</exception>
    public static CardId Parse(string? s) => new(StripeId.Require(s, Prefix));

    static CardId IParsable<CardId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CardId result)
    {
        result = IsValid(s) ? new(s) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;

    public int CompareTo(CardId other) => string.CompareOrdinal(Value, other.Value);

    public static bool operator <(CardId left, CardId right) => left.CompareTo(right) < 0;

    public static bool operator >(CardId left, CardId right) => left.CompareTo(right) > 0;

    public static bool operator <=(CardId left, CardId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CardId left, CardId right) => left.CompareTo(right) >= 0;
}
