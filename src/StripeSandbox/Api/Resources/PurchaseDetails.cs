using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>What merchants tell of what was bought: fuel, fleet, flight, lodging, receipt.</summary>
internal static class PurchaseDetails
{
    public static ObjectField Fleet { get; } = new(false, new(StringComparer.Ordinal)
    {
        ["cardholder_prompt_data"] = new ObjectField(false, new(StringComparer.Ordinal)
        {
            ["driver_id"] = new TextField(),
            ["odometer"] = new IntegerField(),
            ["unspecified_id"] = new TextField(),
            ["user_id"] = new TextField(),
            ["vehicle_number"] = new TextField(),
        }),
        ["purchase_type"] = new ChoiceField(false, "fuel_and_non_fuel_purchase", "fuel_purchase", "non_fuel_purchase"),
        ["reported_breakdown"] = new ObjectField(false, new(StringComparer.Ordinal)
        {
            ["fuel"] = Amounts("gross_amount_decimal"),
            ["non_fuel"] = Amounts("gross_amount_decimal"),
            ["tax"] = Amounts("local_amount_decimal", "national_amount_decimal"),
        }),
        ["service_type"] = new ChoiceField(false, "full_service", "non_fuel_transaction", "self_service"),
    });

    public static ObjectField Fuel { get; } = new(false, new(StringComparer.Ordinal)
    {
        ["industry_product_code"] = new TextField(),
        ["quantity_decimal"] = new DecimalField(),
        ["type"] = new ChoiceField(false, "diesel", "other", "unleaded_plus", "unleaded_regular", "unleaded_super"),
        ["unit"] = new ChoiceField(
            false, "charging_minute", "imperial_gallon", "kilogram", "kilowatt_hour", "liter", "other", "pound", "us_gallon"),
        ["unit_cost_decimal"] = new DecimalField(),
    });

    private static readonly ObjectField Segment = new(true, new(StringComparer.Ordinal)
    {
        ["arrival_airport_code"] = new TextField(MaxLength: 3),
        ["carrier"] = new TextField(),
        ["departure_airport_code"] = new TextField(MaxLength: 3),
        ["flight_number"] = new TextField(),
        ["service_class"] = new TextField(),
        ["stopover_allowed"] = new BooleanField(),
    });

    private static readonly ObjectField Flight = new(false, new(StringComparer.Ordinal)
    {
        ["departure_at"] = new IntegerField(),
        ["passenger_name"] = new TextField(),
        ["refundable"] = new BooleanField(),
        ["segments"] = new ListField(Segment),
        ["travel_agency"] = new TextField(),
    });

    private static readonly ObjectField Lodging = new(false, new(StringComparer.Ordinal)
    {
        ["check_in_at"] = new IntegerField(),
        ["nights"] = new IntegerField(),
    });

    private static readonly ObjectField Receipt = new(true, new(StringComparer.Ordinal)
    {
        ["description"] = new TextField(MaxLength: 26),
        ["quantity"] = new DecimalField(AsNumber: true),
        ["total"] = new IntegerField(),
        ["unit_cost"] = new IntegerField(),
    });

    /// <summary>The parameter <c>purchase_details</c> of captures and refunds.</summary>
    public static ObjectField Field { get; } = new(false, new(StringComparer.Ordinal)
    {
        ["fleet"] = Fleet,
        ["flight"] = Flight,
        ["fuel"] = Fuel,
        ["lodging"] = Lodging,
        ["receipt"] = new ListField(Receipt),
        ["reference"] = new TextField(),
    });

    /// <summary>What an authorization shows: every key, and null for what was not sent.</summary>
    public static JsonNode? OfAuthorization(ObjectField field, JsonNode? sent)
    {
        var shown = Whole(field, sent);
        if (shown?["cardholder_prompt_data"] is JsonObject prompts)
            prompts["alphanumeric_id"] = null;
        return shown;
    }

    private static JsonNode? OfTransaction(JsonNode? sent)
    {
        var shown = Whole(Field, sent);
        // Of fuel, Stripe always shows kind, unit and price.
        if (shown?["fuel"] is JsonObject fuel)
        {
            fuel["type"] ??= "other";
            fuel["unit"] ??= "other";
            fuel["unit_cost_decimal"] ??= "0";
        }

        return shown;
    }

    /// <summary>Keeps what was sent of them where only an expanding call finds it.</summary>
    public static void Keep(ApiCall call, JsonObject transaction) => transaction[ObjectStore.Private] =
        new JsonObject { ["purchase_details"] = OfTransaction(call.Parameters["purchase_details"]) };

    private static ObjectField Amounts(params string[] names) =>
        new(false, names.ToDictionary(name => name, Field (_) => new DecimalField(), StringComparer.Ordinal));

    private static JsonNode? Whole(Field field, JsonNode? sent) => (field, sent) switch
    {
        (ObjectField whole, JsonObject some) => new JsonObject(whole.Fields.Select(
            inner => KeyValuePair.Create(inner.Key, Whole(inner.Value, some[inner.Key])))),
        (ListField list, JsonArray items) => new JsonArray([.. items.Select(item => Whole(list.Item, item))]),
        _ => sent?.DeepClone(),
    };
}
