namespace CleanIssuing.Application.Authorizations;

/// <summary>Which purchases are looked for.</summary>
/// <param name="Accounts">Those of these accounts; none where only the cardholders count.</param>
/// <param name="Cardholders">Those with the cards of these cardholders; none where all do.</param>
public sealed record PurchaseQuery(
    IReadOnlyList<AccountId>? Accounts, IReadOnlyList<CardholderId>? Cardholders, string? Text = null, PurchaseState? State = null,
    DateTimeOffset? From = null, DateTimeOffset? To = null, string? Category = null, string? Country = null, CardId? Card = null,
    string? Last4 = null);
