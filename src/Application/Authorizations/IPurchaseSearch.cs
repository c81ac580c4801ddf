namespace CleanIssuing.Application.Authorizations;

/// <summary>Searches the replicas of purchases, the latest first.</summary>
public interface IPurchaseSearch
{
    /// <summary>The next ones before the cursor, or the ones just after it; the latest ones where there is none.</summary>
    /// <exception cref="FluentValidation.ValidationException">The cursor is none of those that match.</exception>
    Task<IReadOnlyList<PurchaseRow>> PageAsync(
        PurchaseQuery query, AuthorizationId? before, AuthorizationId? after, int take, CancellationToken cancellationToken);

    /// <param name="atMost">How many are counted; none counts all.</param>
    Task<PurchaseTotals> SumAsync(PurchaseQuery query, int? atMost, CancellationToken cancellationToken);

    /// <summary>What was spent with each of the cards since then, less what was given back, in minor units.</summary>
    /// <param name="cards">Cards that the person may see; their account is not asked about again, beside each purchase.</param>
    Task<IReadOnlyDictionary<(CardId Card, Currency Currency), long>> SumByCardAsync(
        IReadOnlyList<CardId> cards, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>What each of the cardholders spent since then, less what was given back, in minor units.</summary>
    Task<IReadOnlyDictionary<(CardholderId Cardholder, Currency Currency), long>> SumByCardholderAsync(
        IReadOnlyList<AccountId> accounts, IReadOnlyList<CardholderId> cardholders, DateTimeOffset since,
        CancellationToken cancellationToken);

    /// <summary>What the cardholders have spent since then, by card and category.</summary>
    Task<IReadOnlyList<CardShare>> ListSharesAsync(
        IReadOnlyList<CardholderId> cardholders, DateTimeOffset since, CancellationToken cancellationToken);

    IAsyncEnumerable<PurchaseRow> ListAsync(PurchaseQuery query, CancellationToken cancellationToken);

    Task<PurchaseRow?> FindAsync(AuthorizationId id, CancellationToken cancellationToken);

    /// <summary>What was captured and given back, the earliest first.</summary>
    Task<IReadOnlyList<Domain.Authorizations.IssuingTransaction>> ListTransactionsAsync(
        AuthorizationId id, CancellationToken cancellationToken);
}
