namespace CleanIssuing.Application.Authorizations;

/// <summary>What one merchant, category or cardholder took of the spend.</summary>
/// <param name="Key">As <see cref="Domain.Authorizations.DailySpend"/> keeps it.</param>
/// <param name="Name">The cardholder's name; otherwise the key.</param>
public sealed record SpendShare(string Key, string Name, Money Amount, int Purchases);
