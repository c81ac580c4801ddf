namespace CleanIssuing.Application.Cards;

/// <summary>How many cards are in which state.</summary>
/// <param name="Delivered">Of the inactive ones, those that have arrived and were never activated.</param>
/// <param name="Expiring">Of the open ones, those that expire within 30 days.</param>
/// <param name="Unconfirmed">Those that a change is under way of at Stripe.</param>
public sealed record CardCounts(int Active, int Inactive, int Canceled, int Delivered, int Expiring, int Unconfirmed)
{
    public int Open => Active + Inactive;
}
