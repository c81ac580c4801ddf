using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>A card with what may still be spent with it.</summary>
/// <param name="Tightest">The limit that leaves the least now; none where no limit counts over a period.</param>
/// <param name="LargestPurchase">What a single purchase may be at most, where no limit counts over a period and that is known.</param>
public sealed record Pocket(CardFace Face, LimitUsage? Tightest, Money? LargestPurchase)
{
    /// <summary>Whether it was frozen by nobody here, so that its cardholder cannot unfreeze it.</summary>
    public bool IsFrozenElsewhere =>
        Face.View is { Freeze: null, Card: { Status: CardStatus.Inactive, HasBeenActive: true } };
}
