using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Approved purchases of cards, in columns.</summary>
/// <param name="Purchases">The purchases.</param>
/// <param name="Cards">The cards, by their number in it.</param>
/// <param name="Ids">The id of each purchase, by its place.</param>
public sealed record LoadedHistory(PurchaseHistory Purchases, IReadOnlyList<CardId> Cards, IReadOnlyList<AuthorizationId> Ids);

/// <summary>Reads our copies of purchases.</summary>
public interface IPurchaseReader
{
    /// <summary>Approved purchases of the cards since a day, those of each card by time.</summary>
    Task<LoadedHistory> HistoryAsync(IReadOnlyCollection<CardId> cards, DateOnly since, CancellationToken cancellationToken);

    /// <summary>Approved purchases with the card of a purchase, since a day and before that purchase.</summary>
    Task<LoadedHistory> BeforeAsync(Authorization purchase, DateOnly since, CancellationToken cancellationToken);

    /// <summary>Approved purchases with all cards of a cardholder, by time and as if with one card; only those before a purchase, where one is named.</summary>
    Task<LoadedHistory> OfCardholderAsync(
        CardholderId cardholder, DateOnly since, Authorization? before, CancellationToken cancellationToken);

    /// <summary>These purchases, in this order.</summary>
    Task<IReadOnlyList<Authorization>> ThoseAsync(IReadOnlyList<AuthorizationId> ids, CancellationToken cancellationToken);

    /// <summary>The latest purchases and tries of a card, those before the one named.</summary>
    Task<IReadOnlyList<Authorization>> LatestAsync(CardId card, AuthorizationId? before, int take, CancellationToken cancellationToken);

    /// <summary>What has been captured and given back of these purchases.</summary>
    Task<IReadOnlyList<IssuingTransaction>> TransactionsOfAsync(IReadOnlyList<AuthorizationId> ids, CancellationToken cancellationToken);

    /// <summary>Whether all past purchases have been copied from Stripe.</summary>
    Task<bool> IsCompleteAsync(CancellationToken cancellationToken);
}

/// <summary>Keeps our copies of purchases. An older state never overwrites a newer one.</summary>
public interface IPurchaseCopies
{
    /// <summary>Keeps a state that an event carried, or that was read.</summary>
    Task KeepAsync(Authorization authorization, CancellationToken cancellationToken);

    /// <summary>Keeps a state that an event carried.</summary>
    Task KeepAsync(IssuingTransaction transaction, CancellationToken cancellationToken);
}
