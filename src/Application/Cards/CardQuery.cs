using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <param name="Text">A part of the cardholder's name or e-mail address, of what the card is called, or the last four digits.</param>
/// <param name="IsOpen">Without those that are canceled.</param>
public sealed record CardQuery(
    IReadOnlyList<AccountId> Accounts, string? Text = null, CardStanding? Status = null, CardType? Type = null,
    CardholderId? Cardholder = null, CardSort Sort = CardSort.Newest, CardNeed? Need = null, DateOnly Today = default,
    bool IsOpen = false);
