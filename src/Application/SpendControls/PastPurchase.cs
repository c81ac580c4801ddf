using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.SpendControls;

/// <summary>A purchase that was approved, as spend controls count it.</summary>
/// <param name="CardId">The card whose limits count it: the one it was made with, or the one that was asked about and replaced it.</param>
/// <param name="Amount">What was authorized.</param>
/// <param name="Spent">What was captured, once anything was; before that, what was authorized.</param>
public sealed record PastPurchase(AuthorizationId Id, CardId CardId, Money Amount, Money Spent, DateTimeOffset CreatedAt, PurchaseKind Kind)
{
    /// <summary>The day it counts for (UTC).</summary>
    public DateOnly Day => DateOnly.FromDateTime(CreatedAt.UtcDateTime);

    /// <summary>The history of those of these purchases that are in this currency, as if they were made with one card.</summary>
    /// <param name="purchases">In the order of time.</param>
    public static PurchaseHistory ToHistory(IEnumerable<PastPurchase> purchases, Currency currency)
    {
        var history = new PurchaseHistory(currency);
        history.NextCard();
        foreach (var purchase in purchases.Where(p => p.Amount.Currency == currency))
            history.Add(purchase.Amount, purchase.Day, purchase.Kind, purchase.Spent);
        return history;
    }
}
