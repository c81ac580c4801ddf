namespace CleanIssuing.Application.Cards;

public enum CardholderSort
{
    Name,
    NameDescending,
    Email,
    EmailDescending,
}
