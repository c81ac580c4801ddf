using CleanIssuing.Application.Cards;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Which purchases count: those of a card, or those of all its cardholder's cards, in one currency.</summary>
/// <param name="Replaced">The card that this one replaced, whose purchases count as its own.</param>
public sealed record PurchaseScope(CardId Card, CardId? Replaced, CardholderId? Cardholder, Currency Currency)
{
    /// <summary>
    /// What counts towards the card's limits; with the cardholder's other cards where they have limits in the same currency.
    /// </summary>
    public static PurchaseScope Of(CardView view) => new(
        view.Card.Id, view.Card.ReplacementFor,
        HasSharedLimits(view) && SharedCurrency(view) == view.Card.Currency ? view.Cardholder.Id : null, view.Card.Currency);

    /// <summary>What counts towards the cardholder's limits.</summary>
    public static PurchaseScope OfCardholder(CardView view) => SharedCurrency(view) == view.Card.Currency
        ? Of(view)
        : new(view.Card.Id, view.Card.ReplacementFor, view.Cardholder.Id, SharedCurrency(view));

    /// <summary>The currency of the cardholder's limits.</summary>
    public static Currency SharedCurrency(CardView view) => view.Cardholder.SpendingControls.LimitsCurrency ?? view.Card.Currency;

    private static bool HasSharedLimits(CardView view) => view.Cardholder.SpendingControls.Limits.Length > 0;
}
