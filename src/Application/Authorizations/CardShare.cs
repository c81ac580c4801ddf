namespace CleanIssuing.Application.Authorizations;

/// <summary>What was spent with one card in one category, less what was given back.</summary>
/// <param name="CardTitle">The card's name, or its last four digits.</param>
/// <param name="Purchases">How many were approved.</param>
public sealed record CardShare(CardId Card, string CardTitle, string Category, Money Spent, int Purchases);
