using CleanIssuing.Domain.Common;

namespace CleanIssuing.Domain.Cards;

/// <summary>The id of an issued card at Stripe, <c>ic_…</c>.</summary>
public readonly record struct CardId : IComparable<CardId>
{
    private const string Prefix = "ic_";

    private CardId(string value) => Value = value;

    /// <summary>The id as Stripe writes it.</summary>
    public string Value { get; }

    /// <summary>Whether <paramref name="value"/> has the shape of such an id.</summary>
    public static bool IsValid(string? value) => StripeId.IsValid(value, Prefix);

    /// <summary>Reads an id.</summary>
    /// <exception cref="ArgumentException">It does not have the shape of one.</exception>
    public static CardId Parse(string? value) => new(StripeId.Require(value, Prefix));

    /// <inheritdoc />
    public override string ToString() => Value;

    /// <summary>The order of pages of cards: by the text of the id.</summary>
    public int CompareTo(CardId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>Comes before.</summary>
    public static bool operator <(CardId left, CardId right) => left.CompareTo(right) < 0;

    /// <summary>Comes after.</summary>
    public static bool operator >(CardId left, CardId right) => left.CompareTo(right) > 0;

    /// <summary>Comes before, or is the same.</summary>
    public static bool operator <=(CardId left, CardId right) => left.CompareTo(right) <= 0;

    /// <summary>Comes after, or is the same.</summary>
    public static bool operator >=(CardId left, CardId right) => left.CompareTo(right) >= 0;
}
