using System.Diagnostics.CodeAnalysis;

namespace CleanIssuing.Domain.SharedKernel;

/// <summary>The id of an account at Stripe, <c>acct_…</c>.</summary>
public readonly record struct AccountId : IParsable<AccountId>
{
    private const string Prefix = "acct_";

    private AccountId(string value) => Value = value;

    public string Value { get; }

    public static bool IsValid([NotNullWhen(true)] string? value) => StripeId.IsValid(value, Prefix);

    /// <exception cref="FormatException">It does not have the shape of such an id.</exception>
    public static AccountId Parse(string? s) => new(StripeId.Require(s, Prefix));

    static AccountId IParsable<AccountId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AccountId result)
    {
        result = IsValid(s) ? new(s) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;
}
