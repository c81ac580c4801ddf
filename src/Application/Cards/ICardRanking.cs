namespace CleanIssuing.Application.Cards;

/// <summary>
/// Puts cards in an order that depends on their purchases, which no index knows. Implemented by the module that keeps purchases.
/// </summary>
public interface ICardRanking
{
    /// <summary>More cards than these are not put in such an order.</summary>
    const int AtMost = 2_000;

    /// <param name="sort">By what is left to spend or by what was spent. Canceled cards come last, those without a limit before them;
    /// currencies are kept apart.</param>
    Task<IReadOnlyList<CardView>> RankAsync(
        IReadOnlyList<AccountId> accounts, IReadOnlyList<CardView> cards, CardSort sort, CancellationToken cancellationToken);
}
