namespace CleanIssuing.Application.Cards;

public enum CardholderSort
{
    Name,
    NameDescending,
    Email,
    EmailDescending,

    /// <summary>By status. This order and those after it work for short lists only: <see cref="ICardRanking"/>.</summary>
    Status,
    StatusDescending,

    /// <summary>By how many cards they have.</summary>
    Cards,
    CardsDescending,

    /// <summary>By what they spent this month (UTC), the least first.</summary>
    Spent,
    SpentDescending,

    /// <summary>By the account's name.</summary>
    Account,
    AccountDescending,
}
