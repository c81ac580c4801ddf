namespace CleanIssuing.Application.Cards;

/// <summary>Searches the replicas of cards.</summary>
public interface ICardSearch
{
    /// <summary>The next ones after the cursor, or the ones just before it; the first ones where there is none.</summary>
    /// <exception cref="FluentValidation.ValidationException">The cursor is none of those that match.</exception>
    Task<IReadOnlyList<CardView>> PageAsync(
        CardQuery query, CardId? after, CardId? before, int take, CancellationToken cancellationToken);

    /// <summary>How many match; no more than so many are counted.</summary>
    Task<int> CountAsync(CardQuery query, int atMost, CancellationToken cancellationToken);

    /// <summary>The ids of those that match, in their order.</summary>
    Task<IReadOnlyList<CardId>> ListIdsAsync(CardQuery query, int take, CancellationToken cancellationToken);

    /// <param name="today">The day (UTC) that cards expire from.</param>
    Task<CardCounts> CountAsync(IReadOnlyList<AccountId> accounts, DateOnly today, CancellationToken cancellationToken);

    IAsyncEnumerable<CardView> ListAsync(CardQuery query, CancellationToken cancellationToken);
}
