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

    public required bool Approved { get; init; }

    public required AuthorizationStatus Status { get; init; }

    /// <summary>Why, as Stripe writes it: <c>spending_controls</c>. The list grows.</summary>
    public required string Reason { get; init; }

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
