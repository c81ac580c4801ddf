namespace CleanIssuing.WebUi.Pages.Authorizations;

/// <summary>The icon of a merchant, by its category.</summary>
public static class MerchantIcon
{
    public static string Of(string category)
    {
        return category switch
        {
            _ when Names("airline", "airport") => "plane",
            _ when Names("hotel", "lodging", "timeshare") => "bed",
            _ when Names("taxi", "car_rental") => "car",
            _ when Names("commuter", "railway", "bus_lines") => "train",
            _ when Names("grocery", "supermarket") => "cart",
            _ => GroupOf(category) switch
            {
                MerchantCategoryGroup.FoodAndDrink => "cup",
                MerchantCategoryGroup.FuelAndRoads => "fuel",
                MerchantCategoryGroup.SoftwareAndElectronics => "cloud",
                MerchantCategoryGroup.TravelAndLodging => "plane",
                MerchantCategoryGroup.TransportAndStorage => "truck",
                MerchantCategoryGroup.Vehicles => "car",
                MerchantCategoryGroup.Clothing or MerchantCategoryGroup.Shops or MerchantCategoryGroup.BusinessSupplies => "bag",
                _ => "store",
            },
        };

        bool Names(params ReadOnlySpan<string> parts)
        {
            foreach (var part in parts)
            {
                if (category.Contains(part, StringComparison.Ordinal))
                    return true;
            }

            return false;
        }
    }

    private static MerchantCategoryGroup GroupOf(string category) =>
        MerchantCategories.Find(category)?.Group ?? MerchantCategoryGroup.Other;
}
