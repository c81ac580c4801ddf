using CleanIssuing.Domain.Common;

namespace CleanIssuing.Domain.Cards;

/// <summary>The id of a cardholder at Stripe, <c>ich_…</c>.</summary>
public readonly record struct CardholderId
{
    private const string Prefix = "ich_";

    private CardholderId(string value) => Value = value;

    /// <summary>The id as Stripe writes it.</summary>
    public string Value { get; }

    /// <summary>Whether <paramref name="value"/> has the shape of such an id.</summary>
    public static bool IsValid(string? value) => StripeId.IsValid(value, Prefix);

    /// <summary>Reads an id.</summary>
    /// <exception cref="ArgumentException">It does not have the shape of one.</exception>
    public static CardholderId Parse(string? value) => new(StripeId.Require(value, Prefix));

    /// <inheritdoc />
    public override string ToString() => Value;
}
