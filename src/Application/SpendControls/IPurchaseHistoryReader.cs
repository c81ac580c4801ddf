namespace CleanIssuing.Application.SpendControls;

/// <summary>
/// What spend controls need to know of past purchases. Implemented by the module that keeps them. The limits of a card count what was
/// spent with the cards that it replaced, too.
/// </summary>
public interface IPurchaseHistoryReader
{
    /// <summary>
    /// Purchases of these cards in this currency that were approved, or that controls declined, card by card and by time.
    /// </summary>
    Task<LoadedPurchases> LoadAsync(
        IReadOnlyCollection<CardId> cards, Currency currency, DateOnly since, CancellationToken cancellationToken);

    /// <summary>The same of all cards of these cardholders, cardholder by cardholder and by time.</summary>
    /// <param name="cards">The cards that are asked about: what was bought with cards that they replaced is theirs.</param>
    Task<LoadedPurchases> LoadSharedAsync(
        IReadOnlyCollection<CardholderId> cardholders, IReadOnlyCollection<CardId> cards, Currency currency, DateOnly since,
        CancellationToken cancellationToken);

    /// <summary>
    /// How many purchases of these cards, and of those that they replaced, were approved or declined by controls in another currency than
    /// the limits'.
    /// </summary>
    Task<int> CountInOtherCurrenciesAsync(
        IReadOnlyCollection<CardId> cards, Currency currency, DateOnly since, CancellationToken cancellationToken);

    /// <summary>
    /// Approved purchases that count towards the limits in force for a card, its own and its cardholder's, by time.
    /// Within a scope they are read once, as long as no earlier day is asked for.
    /// </summary>
    Task<IReadOnlyList<PastPurchase>> ListAsync(PurchaseScope scope, DateOnly since, CancellationToken cancellationToken);

    /// <summary>In the order of the ids.</summary>
    Task<IReadOnlyList<PurchaseSummary>> GetByIdsAsync(IReadOnlyList<AuthorizationId> ids, CancellationToken cancellationToken);
}
