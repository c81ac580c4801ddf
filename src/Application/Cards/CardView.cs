using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <param name="Freeze">Who froze the card; none where it is not frozen, or was frozen outside the portal.</param>
/// <param name="IsPending">Whether a change of it is under way at Stripe.</param>
/// <param name="Label">What people here call it; none where nobody named it.</param>
public sealed record CardView(
    Card Card, Cardholder Cardholder, Account Account, CardFreeze? Freeze = null, bool IsPending = false, CardLabel? Label = null)
{
    /// <summary>Whether nothing but controls, the balance or a doubt of Stripe's would decline a purchase on this day (UTC).</summary>
    public bool IsUsableOn(DateOnly day) =>
        Card.Status == CardStatus.Active && Cardholder.Status == CardholderStatus.Active && !Card.HasExpired(day);
}
