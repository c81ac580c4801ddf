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
}
