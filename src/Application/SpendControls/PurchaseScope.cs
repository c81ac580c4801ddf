using CleanIssuing.Application.Cards;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Which purchases count towards the limits that are in force for a card, its own and its cardholder's.</summary>
/// <param name="Replaced">The card that this one replaced, whose purchases count as its own.</param>
/// <param name="Cardholder">Whose other cards count too; none where the cardholder has no limits.</param>
/// <param name="Currency">The currency of the card's limits.</param>
/// <param name="SharedCurrency">The currency of the cardholder's limits.</param>
public sealed record PurchaseScope(
    CardId Card, CardId? Replaced, CardholderId? Cardholder, Currency Currency, Currency SharedCurrency)
{
    public static PurchaseScope Of(CardView view) => new(
        view.Card.Id, view.Card.ReplacementFor,
        view.Cardholder.SpendingControls.Limits.Length > 0 ? view.Cardholder.Id : null,
        view.Card.Currency, view.Cardholder.SpendingControls.LimitsCurrency ?? view.Card.Currency);
}
