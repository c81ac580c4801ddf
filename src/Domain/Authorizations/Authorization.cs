using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.Common;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Domain.Authorizations;

/// <summary>The id of an authorization at Stripe, <c>iauth_…</c>.</summary>
public readonly record struct AuthorizationId : IComparable<AuthorizationId>
{
    private const string Prefix = "iauth_";

    private AuthorizationId(string value) => Value = value;

    /// <summary>The id as Stripe writes it.</summary>
    public string Value { get; }

    /// <summary>Whether <paramref name="value"/> has the shape of such an id.</summary>
    public static bool IsValid(string? value) => StripeId.IsValid(value, Prefix);

    /// <summary>Reads an id.</summary>
    /// <exception cref="ArgumentException">It does not have the shape of one.</exception>
    public static AuthorizationId Parse(string? value) => new(StripeId.Require(value, Prefix));

    /// <inheritdoc />
    public override string ToString() => Value;

    /// <summary>By the text of the id.</summary>
    public int CompareTo(AuthorizationId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>Comes before.</summary>
    public static bool operator <(AuthorizationId left, AuthorizationId right) => left.CompareTo(right) < 0;

    /// <summary>Comes after.</summary>
    public static bool operator >(AuthorizationId left, AuthorizationId right) => left.CompareTo(right) > 0;

    /// <summary>Comes before, or is the same.</summary>
    public static bool operator <=(AuthorizationId left, AuthorizationId right) => left.CompareTo(right) <= 0;

    /// <summary>Comes after, or is the same.</summary>
    public static bool operator >=(AuthorizationId left, AuthorizationId right) => left.CompareTo(right) >= 0;
}

/// <summary>Where an authorization stands (https://docs.stripe.com/api/issuing/authorizations/object#issuing_authorization_object-status).</summary>
public enum AuthorizationStatus
{
    /// <summary>Money is held, and waits to be captured.</summary>
    Pending,

    /// <summary>Captured, or declined.</summary>
    Closed,

    /// <summary>Given back before it was captured.</summary>
    Reversed,

    /// <summary>Never captured in time.</summary>
    Expired,
}

/// <summary>Our copy of an authorization: a purchase, or the try at one.</summary>
public sealed record Authorization
{
    /// <summary>Stripe's id.</summary>
    public required AuthorizationId Id { get; init; }

    /// <summary>The account that issued the card.</summary>
    public required AccountId AccountId { get; init; }

    /// <summary>The card.</summary>
    public required CardId CardId { get; init; }

    /// <summary>Whose card it is.</summary>
    public required CardholderId CardholderId { get; init; }

    /// <summary>What was asked for, or is held or captured by now, in the minor unit of <see cref="Currency"/>. 0 once it was reversed or has expired.</summary>
    public required long Amount { get; init; }

    /// <summary>The currency of the card.</summary>
    public required string Currency { get; init; }

    /// <summary>Whether it was approved.</summary>
    public required bool Approved { get; init; }

    /// <summary>Where it stands.</summary>
    public required AuthorizationStatus Status { get; init; }

    /// <summary>Why, as Stripe writes it: <c>spending_controls</c>. The list grows.</summary>
    public required string Reason { get; init; }

    /// <summary>The merchant's name.</summary>
    public required string Merchant { get; init; }

    /// <summary>The merchant's category, as Stripe writes it.</summary>
    public required string Category { get; init; }

    /// <summary>The merchant's country, two capitals; empty where unknown.</summary>
    public required string Country { get; init; }

    /// <summary>Whether the card was there.</summary>
    public required bool CardPresent { get; init; }

    /// <summary>When it was asked for (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time of the state shown here (UTC): an older state never overwrites a newer one.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>What spending controls look at.</summary>
    public PurchaseKind Kind => new(Category, Country, CardPresent ? "present" : "not_present");

    /// <summary>The day it counts for (UTC).</summary>
    public DateOnly Day => DateOnly.FromDateTime(CreatedAt.UtcDateTime);
}

/// <summary>What a transaction does.</summary>
public enum TransactionType
{
    /// <summary>Takes the money.</summary>
    Capture,

    /// <summary>Gives money back.</summary>
    Refund,
}

/// <summary>Our copy of a transaction: money that moved.</summary>
public sealed record IssuingTransaction
{
    /// <summary>Stripe's id, <c>ipi_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The account that issued the card.</summary>
    public required AccountId AccountId { get; init; }

    /// <summary>The card.</summary>
    public required CardId CardId { get; init; }

    /// <summary>The authorization it belongs to; none for one that was forced, or for some refunds.</summary>
    public AuthorizationId? AuthorizationId { get; init; }

    /// <summary>In the minor unit; negative for a capture, as Stripe writes it.</summary>
    public required long Amount { get; init; }

    /// <summary>The currency of the card.</summary>
    public required string Currency { get; init; }

    /// <summary>What it does.</summary>
    public required TransactionType Type { get; init; }

    /// <summary>The merchant's name.</summary>
    public required string Merchant { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time of the state shown here (UTC).</summary>
    public required DateTimeOffset AsOf { get; init; }
}
