namespace CleanIssuing.Domain.SharedKernel;

/// <summary>Groups of categories: ours, for people who choose from a list.</summary>
public enum MerchantCategoryGroup
{
    Associations,
    BusinessServices,
    BusinessSupplies,
    Clothing,
    EducationAndChildCare,
    FoodAndDrink,
    FuelAndRoads,
    Gambling,
    Government,
    Health,
    HomeAndGarden,
    Leisure,
    MoneyAndInsurance,
    Other,
    PersonalServicesAndRepair,
    Shops,
    SoftwareAndElectronics,
    TradesAndConstruction,
    TransportAndStorage,
    TravelAndLodging,
    UtilitiesAndTelecoms,
    Vehicles,
}
