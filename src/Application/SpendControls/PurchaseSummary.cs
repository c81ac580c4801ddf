namespace CleanIssuing.Application.SpendControls;

/// <summary>A purchase as an example in a backtest.</summary>
public sealed record PurchaseSummary(AuthorizationId Id, string Merchant, Money Amount, DateOnly Day);
