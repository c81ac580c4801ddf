namespace CleanIssuing.Application.Cards;

/// <summary>
/// Puts cards and cardholders in an order that depends on their purchases, or that no index knows. Implemented by the module that keeps
/// purchases.
/// </summary>
public interface ICardRanking
{
    /// <summary>More than these are not put in such an order.</summary>
    const int AtMost = 2_000;

    /// <param name="sort">
    /// By what is left to spend, by what was spent, or by account. By money, canceled cards come last, those without a limit before them,
    /// and currencies are kept apart.
    /// </param>
    Task<IReadOnlyList<CardView>> RankAsync(
        IReadOnlyList<AccountId> accounts, IReadOnlyList<CardView> cards, CardSort sort, CancellationToken cancellationToken);

    /// <param name="sort">By status, by how many cards they have, by what they spent, or by account.</param>
    Task<IReadOnlyList<CardholderView>> RankAsync(
        IReadOnlyList<AccountId> accounts, IReadOnlyList<CardholderView> cardholders, CardholderSort sort,
        CancellationToken cancellationToken);
}
