using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <param name="Text">A part of the cardholder's name, or the last four digits.</param>
public sealed record CardQuery(
    IReadOnlyList<AccountId> Accounts, string? Text = null, CardStatus? Status = null, CardType? Type = null,
    CardholderId? Cardholder = null, CardSort Sort = CardSort.Newest, CardNeed? Need = null, DateOnly Today = default);
