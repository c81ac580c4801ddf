using CleanIssuing.Application.Cards;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Whose purchases count: those of one card, or of all cards of its cardholder where the cardholder has limits.</summary>
public sealed record PurchaseScope(CardId Card, CardholderId? Cardholder, Currency Currency)
{
    public static PurchaseScope Of(CardView view) => new(
        view.Card.Id, view.Cardholder.SpendingControls.Limits.Length > 0 ? view.Cardholder.Id : null, view.Card.Currency);
}
