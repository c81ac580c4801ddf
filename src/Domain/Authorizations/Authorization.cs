using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Domain.Authorizations;

/// <summary>Our replica of an authorization: a purchase, or the try at one.</summary>
public sealed record Authorization
{
    public required AuthorizationId Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required CardId CardId { get; init; }

    public required CardholderId CardholderId { get; init; }

    /// <summary>
    /// What was asked for, or is held or captured by now, in the currency of the card. 0 once it was reversed or has expired.
    /// </summary>
    public required Money Amount { get; init; }

    /// <summary>What controls were asked about: the first request and the increments that were approved, in minor units.</summary>
    public required long AskedMinor { get; init; }

    /// <summary>What was captured, in minor units; none while nothing was. Kept here: Stripe tells it with the transactions.</summary>
    public long? CapturedMinor { get; init; }

    /// <summary>What was given back, in minor units. Kept here: Stripe tells it with the transactions.</summary>
    public long RefundedMinor { get; init; }

    /// <summary>What the merchant asked for, in the merchant's currency; 0 of the card's where that is not known.</summary>
    public required Money MerchantAmount { get; init; }

    public required bool Approved { get; init; }

    public required AuthorizationStatus Status { get; init; }

    /// <summary>Why, as Stripe writes it: <c>spending_controls</c>. The list grows.</summary>
    public required string Reason { get; init; }

    public required string Merchant { get; init; }

    /// <summary>The merchant's category, as Stripe writes it.</summary>
    public required string Category { get; init; }

    /// <summary>The merchant's country, two capitals; empty where unknown.</summary>
    public required string Country { get; init; }

    public required string City { get; init; }

    /// <summary>The merchant's number at the card network; empty where unknown.</summary>
    public required string NetworkId { get; init; }

    /// <summary>The merchant category code, four digits; empty where unknown.</summary>
    public required string CategoryCode { get; init; }

    /// <summary>Whether the card was there, as Stripe says.</summary>
    public required bool CardPresent { get; init; }

    /// <summary><c>apple_pay</c>, <c>google_pay</c> or <c>samsung_pay</c>; empty where the card itself was used.</summary>
    public required string Wallet { get; init; }

    public required AuthorizationDetails Details { get; init; }

    /// <summary>When it was asked for (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time of the state shown here (UTC): an older state never overwrites a newer one.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>What spending controls look at.</summary>
    public PurchaseKind Kind => new(Category, Country, CardPresent ? "present" : "not_present");

    /// <summary>The day it counts for (UTC).</summary>
    public DateOnly Day => DateOnly.FromDateTime(CreatedAt.UtcDateTime);

    /// <summary>What controls were asked about.</summary>
    public Money Asked => Amount with { Minor = AskedMinor };

    /// <summary>
    /// What it takes from a limit: what was captured; while more may be captured, at least what is held. 0 for a declined one.
    /// </summary>
    public Money Spent => Amount with { Minor = Approved ? SpentOf(Status, Amount.Minor, CapturedMinor) : 0 };

    /// <summary>What an approved purchase takes from a limit, in minor units.</summary>
    /// <param name="held">What is held, or was approved and is closed without being captured.</param>
    public static long SpentOf(AuthorizationStatus status, long held, long? captured) =>
        captured is not { } taken ? held : status == AuthorizationStatus.Pending ? Math.Max(taken, held) : taken;

    public Money Refunded => Amount with { Minor = RefundedMinor };

    /// <summary>What of an approved hold the merchant has let go since, before anything was captured.</summary>
    public Money Released => Amount with
    {
        Minor = Approved && Status == AuthorizationStatus.Pending && CapturedMinor is null ? Math.Max(0, AskedMinor - Amount.Minor) : 0,
    };

    /// <summary>What people call its amount: what it came to, or what was asked for where no money moved.</summary>
    public Money Shown => Spent.Minor != 0 ? Spent : Asked;
}
