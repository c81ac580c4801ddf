using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>https://docs.stripe.com/api/issuing/cardholders</summary>
internal static class Cardholders
{
    private static readonly Dictionary<string, Field> Changeable = new(StringComparer.Ordinal)
    {
        ["billing"] = new ObjectField(false, new(StringComparer.Ordinal) { ["address"] = AddressFields.Required }),
        ["company"] = new ObjectField(false, new(StringComparer.Ordinal) { ["tax_id"] = new TextField() }),
        ["email"] = new TextField(MaxLength: 512),
        ["individual"] = Individual,
        ["metadata"] = new MetadataField(),
        ["phone_number"] = new TextField(MaxLength: 32),
        ["preferred_locales"] = new ListField(new ChoiceField(true, "de", "en", "es", "fr", "it")),
        ["spending_controls"] = SpendingControlFields.For(cardholder: true, update: true),
        ["status"] = new ChoiceField(false, "active", "inactive"),
    };

    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("GET", "/v1/issuing/cardholders", new(Lists.Parameters("email", "phone_number"), StringComparer.Ordinal)
        {
            ["status"] = new ChoiceField(false, "active", "blocked", "inactive"),
            ["type"] = new ChoiceField(false, "company", "individual"),
        }, call => Lists.Page(
            call, ObjectKind.Cardholder, "cardholder", "/v1/issuing/cardholders", call.Account, "email", "phone_number", "status", "type")),
        new("GET", "/v1/issuing/cardholders/{id}", [], Find),
        new("POST", "/v1/issuing/cardholders", new(Changeable, StringComparer.Ordinal)
        {
            ["billing"] = new ObjectField(true, new(StringComparer.Ordinal) { ["address"] = AddressFields.Required }),
            ["name"] = new TextField(Required: true, MaxLength: 24),
            ["spending_controls"] = SpendingControlFields.For(cardholder: true, update: false),
            ["type"] = new ChoiceField(false, "individual", "company"),
        }, Create),
        new("POST", "/v1/issuing/cardholders/{id}", Changeable, Update),
    ];

    private static ObjectField Individual => new(false, new(StringComparer.Ordinal)
    {
        ["card_issuing"] = new ObjectField(false, new(StringComparer.Ordinal)
        {
            ["user_terms_acceptance"] = new ObjectField(false, new(StringComparer.Ordinal)
            {
                ["date"] = new IntegerField(),
                ["ip"] = new TextField(MaxLength: 45),
                ["user_agent"] = new TextField(),
            }),
        }),
        ["dob"] = new ObjectField(false, new(StringComparer.Ordinal)
        {
            ["day"] = new IntegerField(Required: true, Min: 1, Max: 31),
            ["month"] = new IntegerField(Required: true, Min: 1, Max: 12),
            ["year"] = new IntegerField(Required: true, Min: 1900, Max: 9999),
        }),
        ["first_name"] = new TextField(),
        ["last_name"] = new TextField(),
        ["verification"] = new ObjectField(false, new(StringComparer.Ordinal)
        {
            ["document"] = new ObjectField(false, new(StringComparer.Ordinal)
            {
                ["back"] = new TextField(),
                ["front"] = new TextField(),
            }),
        }),
    });

    private static JsonObject Find(ApiCall call) => call.Find(ObjectKind.Cardholder, "cardholder");

    private static JsonObject Create(ApiCall call)
    {
        var id = StripeIds.New("ich_1");
        SpendingControlFields.Check(call.Parameters["spending_controls"], call.Options);
        var cardholder = IssuingObjectMapper.Cardholder(id, call.Parameters, call.Now);
        SpendingControlFields.RefuseBoth(cardholder["spending_controls"]!);
        NameCurrency(call, cardholder);
        call.Store.Add(ObjectKind.Cardholder, call.Account, id, cardholder);
        call.Tell("issuing_cardholder.created", cardholder);
        return cardholder;
    }

    private static JsonObject Update(ApiCall call) => call.Change(
        ObjectKind.Cardholder, "issuing_cardholder.updated", Find(call), cardholder =>
        {
            Changes.Apply(cardholder, call.Parameters, call.Options);
            IssuingObjectMapper.Require(cardholder);
            NameCurrency(call, cardholder);
        });

    /// <summary>Limits that came without a currency are in the account's default currency.</summary>
    private static void NameCurrency(ApiCall call, JsonObject cardholder)
    {
        var controls = cardholder["spending_controls"]!;
        if (controls["spending_limits"]!.AsArray().Count > 0)
            controls["spending_limits_currency"] ??=
                call.Store.Find(ObjectKind.Account, call.Account)!["default_currency"]!.DeepClone();
    }
}
