namespace CleanIssuing.Application.Cards;

/// <summary>Searches the replicas of cards.</summary>
public interface ICardSearch
{
    Task<IReadOnlyList<CardView>> PageAsync(CardQuery query, CardId? after, int take, CancellationToken cancellationToken);

    /// <param name="today">The day (UTC) that cards expire from.</param>
    Task<CardCounts> CountAsync(IReadOnlyList<AccountId> accounts, DateOnly today, CancellationToken cancellationToken);

    IAsyncEnumerable<CardView> ListAsync(CardQuery query, CancellationToken cancellationToken);
}
