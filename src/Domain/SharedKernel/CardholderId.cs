using System.Diagnostics.CodeAnalysis;

namespace CleanIssuing.Domain.SharedKernel;

/// <summary>The id of a cardholder at Stripe, <c>ich_…</c>.</summary>
public readonly record struct CardholderId : IParsable<CardholderId>
{
    private const string Prefix = "ich_";

    private CardholderId(string value) => Value = value;

    public string Value { get; }

    public static bool IsValid([NotNullWhen(true)] string? value) => StripeId.IsValid(value, Prefix);

    /// <exception cref="FormatException">It does not have the shape of such an id.</exception>
    public static CardholderId Parse(string? s) => new(StripeId.Require(s, Prefix));

    static CardholderId IParsable<CardholderId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CardholderId result)
    {
        result = IsValid(s) ? new(s) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;
}
