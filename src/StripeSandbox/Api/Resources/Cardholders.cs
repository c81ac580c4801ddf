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
        ["email"] = new TextField(MaxLength: 512),
        ["metadata"] = new MetadataField(),
        ["phone_number"] = new TextField(MaxLength: 32),
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

    private static JsonObject Find(ApiCall call) =>
        call.Store.Find(ObjectKind.Cardholder, call.Id, call.Account) ?? throw StripeApiException.Missing("cardholder", call.Id);

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

    private static JsonObject Update(ApiCall call)
    {
        Find(call);
        var changed = call.Store.Update(
            ObjectKind.Cardholder, call.Id, cardholder =>
            {
                Changes.Apply(cardholder, call.Parameters, call.Options, forCardholder: true);
                NameCurrency(call, cardholder);
            })!;
        call.Tell("issuing_cardholder.updated", changed);
        return changed;
    }

    /// <summary>Limits that came without a currency are in that of the account's country.</summary>
    private static void NameCurrency(ApiCall call, JsonObject cardholder)
    {
        var controls = cardholder["spending_controls"]!;
        if (controls["spending_limits"]!.AsArray().Count > 0)
            controls["spending_limits_currency"] ??=
                call.Store.Find(ObjectKind.Account, call.Account)!["default_currency"]!.DeepClone();
    }
}
