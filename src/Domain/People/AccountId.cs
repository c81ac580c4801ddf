using CleanIssuing.Domain.Common;

namespace CleanIssuing.Domain.People;

/// <summary>The id of a Stripe account, <c>acct_…</c>: the platform's own, or one connected to it.</summary>
public readonly record struct AccountId
{
    private const string Prefix = "acct_";

    private AccountId(string value) => Value = value;

    /// <summary>The id as Stripe writes it.</summary>
    public string Value { get; }

    /// <summary>Whether <paramref name="value"/> has the shape of such an id.</summary>
    public static bool IsValid(string? value) => StripeId.IsValid(value, Prefix);

    /// <summary>Reads an id.</summary>
    /// <exception cref="ArgumentException">It does not have the shape of one.</exception>
    public static AccountId Parse(string? value) => new(StripeId.Require(value, Prefix));

    /// <inheritdoc />
    public override string ToString() => Value;
}
