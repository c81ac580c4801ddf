using System.Diagnostics.CodeAnalysis;

namespace CleanIssuing.Domain.SharedKernel;

/// <summary>The id of an authorization at Stripe, <c>iauth_…</c>.</summary>
public readonly record struct AuthorizationId : IParsable<AuthorizationId>, IComparable<AuthorizationId>
{
    private const string Prefix = "iauth_";

    private AuthorizationId(string value) => Value = value;

    public string Value { get; }

    public static bool IsValid([NotNullWhen(true)] string? value) => StripeId.IsValid(value, Prefix);

    /// <exception cref="FormatException">It does not have the shape of such an id.</exception>
    public static AuthorizationId Parse(string? s) => new(StripeId.Require(s, Prefix));

    static AuthorizationId IParsable<AuthorizationId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AuthorizationId result)
    {
        result = IsValid(s) ? new(s) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;

    public int CompareTo(AuthorizationId other) => string.CompareOrdinal(Value, other.Value);

    public static bool operator <(AuthorizationId left, AuthorizationId right) => left.CompareTo(right) < 0;

    public static bool operator >(AuthorizationId left, AuthorizationId right) => left.CompareTo(right) > 0;

    public static bool operator <=(AuthorizationId left, AuthorizationId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AuthorizationId left, AuthorizationId right) => left.CompareTo(right) >= 0;
}
