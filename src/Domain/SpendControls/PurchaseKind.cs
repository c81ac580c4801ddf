namespace CleanIssuing.Domain.SpendControls;

/// <summary>What controls look at in a purchase, apart from its amount and time.</summary>
/// <param name="Category">The merchant's category.</param>
/// <param name="Country">The merchant's country.</param>
/// <param name="Presence"><c>present</c> or <c>not_present</c>.</param>
public readonly record struct PurchaseKind(string Category, string Country, string Presence);
