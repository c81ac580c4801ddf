namespace CleanIssuing.Application.Cards;

public enum CardSort
{
    Newest,
    Oldest,

    /// <summary>By the cardholder's name.</summary>
    Name,
    NameDescending,
    Last4,
    Last4Descending,
    Status,
    StatusDescending,

    /// <summary>Those that expire first.</summary>
    Expiry,
    ExpiryDescending,

    /// <summary>
    /// By what is left to spend, the least first. This order and those after it work for short lists only: <see cref="ICardRanking"/>.
    /// </summary>
    Left,
    LeftDescending,

    /// <summary>By what was spent this month (UTC), the least first.</summary>
    Spent,
    SpentDescending,

    /// <summary>By the account's name.</summary>
    Account,
    AccountDescending,
}
