namespace CleanIssuing.Application.Cards;

/// <summary>How many cards are in which state.</summary>
/// <param name="Delivered">Of the inactive ones, those that have arrived and were never activated.</param>
/// <param name="Frozen">Of the inactive ones, those that have been active.</param>
/// <param name="Expiring">Of the open ones, those that expire within 30 days.</param>
/// <param name="Unconfirmed">Those that a change is under way of at Stripe.</param>
public sealed record CardCounts(int Active, int Inactive, int Canceled, int Frozen, int Delivered, int Expiring, int Unconfirmed)
{
    public int Open => Active + Inactive;

    /// <summary>Those that are made, sent, or wait for whoever activates them.</summary>
    public int Coming => Inactive - Frozen - Delivered;
}
