using CleanIssuing.Application.Cards;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Which purchases count towards the limits for a card, its own and its cardholder's.</summary>
/// <param name="Replaced">The card that this one replaced, whose purchases count as its own.</param>
/// <param name="Cardholder">Whose other cards count too; none where the cardholder has no limits.</param>
/// <param name="Currency">The currency of the card's limits.</param>
/// <param name="SharedCurrency">The currency of the cardholder's limits.</param>
public sealed record PurchaseScope(
    CardId Card, CardId? Replaced, CardholderId? Cardholder, Currency Currency, Currency SharedCurrency)
{
    /// <param name="earlier">What controls the cardholder had at times that are asked about.</param>
    public static PurchaseScope Of(CardView view, IReadOnlyCollection<SpendingControls>? earlier = null)
    {
        var shared = (earlier ?? []).Prepend(view.Cardholder.SpendingControls).Select(c => c.LimitsCurrency)
            .FirstOrDefault(c => c is not null);
        return new(
            view.Card.Id, view.Card.ReplacementFor, shared is null ? null : view.Cardholder.Id, view.Card.Currency,
            shared ?? view.Card.Currency);
    }
}
