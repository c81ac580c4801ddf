namespace CleanIssuing.Application.Cards;

/// <param name="Text">Part of a name or of an e-mail address.</param>
public sealed record CardholderQuery(
    IReadOnlyList<AccountId> Accounts, string? Text = null, CardholderSort Sort = CardholderSort.Name);
