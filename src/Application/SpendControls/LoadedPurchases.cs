using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.SpendControls;

/// <summary>The purchases of many cards in columns, with what the columns leave out.</summary>
/// <param name="Groups">
/// Where each group in the history stands for a card, the cards; where it stands for a cardholder, the first of the cardholder's cards.
/// </param>
/// <param name="CardOf">The card whose limits count each purchase, by its place; empty where a group is a card.</param>
/// <param name="Ids">The id of each purchase, by its place.</param>
/// <param name="MerchantOf">A number for the merchant of each purchase, by its place.</param>
public sealed record LoadedPurchases(
    PurchaseHistory History, IReadOnlyList<CardId> Groups, IReadOnlyList<CardId> CardOf, IReadOnlyList<AuthorizationId> Ids,
    IReadOnlyList<int> MerchantOf);
