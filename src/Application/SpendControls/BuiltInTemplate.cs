namespace CleanIssuing.Application.SpendControls;

/// <summary>A template that comes with the portal. It leaves limits alone: what is right depends on the currency.</summary>
public sealed record BuiltInTemplate(string Code, SpendingControls Controls)
{
    public static IReadOnlyList<BuiltInTemplate> All { get; } =
    [
        new("travel", SpendingControls.Create(categories: Restriction.Allow(
            [
                .. InGroups(MerchantCategoryGroup.TravelAndLodging, MerchantCategoryGroup.FoodAndDrink), "service_stations",
                "parking_lots_garages", "tolls_bridge_fees",
            ]))),
        new("software", SpendingControls.Create(
            categories: Restriction.Allow(InGroups(MerchantCategoryGroup.SoftwareAndElectronics)),
            presences: Restriction.Block("present"))),
        new("fuel", SpendingControls.Create(categories: Restriction.Allow(InGroups(MerchantCategoryGroup.FuelAndRoads)))),
        new("no-cash-or-gambling", SpendingControls.Create(categories: Restriction.Block(
            [
                .. InGroups(MerchantCategoryGroup.Gambling), "automated_cash_disburse", "manual_cash_disburse", "wires_money_orders",
                "non_fi_money_orders", "non_fi_stored_value_card_purchase_load",
            ]))),
    ];

    private static IEnumerable<string> InGroups(params MerchantCategoryGroup[] groups) =>
        MerchantCategories.All.Where(c => groups.Contains(c.Group)).Select(c => c.Code);
}
