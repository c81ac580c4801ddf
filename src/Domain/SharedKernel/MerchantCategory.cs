namespace CleanIssuing.Domain.SharedKernel;

/// <param name="Code">As Stripe writes it: <c>grocery_stores_supermarkets</c>.</param>
/// <param name="Mcc">The card networks' four digits; none for the code that stands for every other one.</param>
public sealed record MerchantCategory(string Code, string? Mcc, string Name, MerchantCategoryGroup Group);
