using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.SpendControls;

/// <summary>The purchases of many cards in columns, with the ids that the columns leave out.</summary>
/// <param name="Cards">The cards, by their number in the history.</param>
/// <param name="Ids">The id of each purchase, by its place.</param>
public sealed record LoadedPurchases(PurchaseHistory History, IReadOnlyList<CardId> Cards, IReadOnlyList<AuthorizationId> Ids);
