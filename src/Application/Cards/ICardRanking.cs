namespace CleanIssuing.Application.Cards;

/// <summary>
/// Puts cards and cardholders in an order that depends on their purchases, or that no index knows. Implemented by the module that keeps
/// purchases.
/// </summary>
public interface ICardRanking
{
    /// <summary>More than these are not put in such an order.</summary>
    const int AtMost = 1_000;

    /// <summary>Whether it takes this to put cards in the order.</summary>
    static bool Knows(CardSort sort) => sort is CardSort.Left or CardSort.LeftDescending or CardSort.Spent or CardSort.SpentDescending
        or CardSort.Account or CardSort.AccountDescending;

    /// <summary>Whether it takes this to put cardholders in the order.</summary>
    static bool Knows(CardholderSort sort) =>
        sort is not (CardholderSort.Name or CardholderSort.NameDescending or CardholderSort.Email or CardholderSort.EmailDescending);

    /// <param name="sort">
    /// By what is left to spend, by what was spent, or by account. By money, canceled cards come last, and currencies are
    /// kept apart; by what is left, cards that are not active and those without a limit come late.
    /// </param>
    Task<IReadOnlyList<CardView>> RankAsync(
        IReadOnlyList<AccountId> accounts, IReadOnlyList<CardView> cards, CardSort sort, CancellationToken cancellationToken);

    /// <param name="sort">By status, by how many cards they have, by what they spent, or by account.</param>
    Task<IReadOnlyList<CardholderView>> RankAsync(
        IReadOnlyList<AccountId> accounts, IReadOnlyList<CardholderView> cardholders, CardholderSort sort,
        CancellationToken cancellationToken);
}
