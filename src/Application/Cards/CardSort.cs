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

    /// <summary>By what is left to spend, the least first. Few cards only: see <see cref="ICardRanking"/>.</summary>
    Left,
    LeftDescending,

    /// <summary>By what was spent this month (UTC), the least first. Few cards only.</summary>
    Spent,
    SpentDescending,
}
