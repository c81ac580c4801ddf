using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Controls that are often wanted, to be filled in and changed.</summary>
/// <param name="Code">Its name in addresses.</param>
/// <param name="Name">The name that people read.</param>
/// <param name="Controls">The controls; limits are left to whoever fills them in, for they depend on the currency.</param>
public sealed record ReadyTemplate(string Code, string Name, SpendingControls Controls)
{
    /// <summary>The ones that every account has.</summary>
    public static IReadOnlyList<ReadyTemplate> All { get; } =
    [
        new("travel", "Travel", SpendingControls.Create(categories: Restriction.Allow(
            [.. InGroups("Travel and lodging", "Food and drink"), "service_stations", "parking_lots_garages", "tolls_bridge_fees"]))),
        new("software", "Software subscriptions", SpendingControls.Create(
            categories: Restriction.Allow(InGroups("Software and electronics")), presences: Restriction.Block("present"))),
        new("fuel", "Fuel", SpendingControls.Create(categories: Restriction.Allow(InGroups("Fuel and roads")))),
        new("no-cash-or-gambling", "No cash or gambling", SpendingControls.Create(categories: Restriction.Block(
            [.. InGroups("Gambling"), "automated_cash_disburse", "manual_cash_disburse", "wires_money_orders", "non_fi_money_orders", "non_fi_stored_value_card_purchase_load"]))),
    ];

    private static IEnumerable<string> InGroups(params string[] groups) =>
        MerchantCategories.All.Where(c => groups.Contains(c.Group, StringComparer.Ordinal)).Select(c => c.Code);
}
