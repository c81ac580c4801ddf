using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.State;

/// <summary>Builds objects in the form in which Stripe shows them.</summary>
internal static class IssuingObjectMapper
{
    public static JsonObject Account(string id, string name, string country, string currency, DateTimeOffset created) => new()
    {
        ["id"] = id,
        ["object"] = "account",
        ["business_profile"] = new JsonObject { ["name"] = name },
        ["capabilities"] = new JsonObject { ["card_issuing"] = "active" },
        ["charges_enabled"] = true,
        ["controller"] = new JsonObject { ["type"] = "application", ["requirement_collection"] = "application" },
        ["country"] = country,
        ["created"] = created.ToUnixTimeSeconds(),
        ["default_currency"] = currency,
        ["settings"] = new JsonObject { ["dashboard"] = new JsonObject { ["display_name"] = name } },
        ["type"] = "none",
        [ObjectStore.Private] = new JsonObject { ["allow_retrieve_physical_card_details"] = false },
    };

    public static JsonObject Cardholder(string id, JsonObject parameters, DateTimeOffset created)
    {
        var name = parameters["name"]!.GetValue<string>();
        var words = name.Split(' ', 2);
        return new JsonObject
        {
            ["id"] = id,
            ["object"] = "issuing.cardholder",
            ["billing"] = parameters["billing"]?.DeepClone(),
            ["company"] = null,
            ["created"] = created.ToUnixTimeSeconds(),
            ["email"] = parameters["email"]?.DeepClone(),
            ["individual"] = parameters["individual"]?.DeepClone()
                ?? new JsonObject { ["first_name"] = words[0], ["last_name"] = words[^1] },
            ["livemode"] = false,
            ["metadata"] = parameters["metadata"]?.DeepClone() ?? new JsonObject(),
            ["name"] = name,
            ["phone_number"] = parameters["phone_number"]?.DeepClone(),
            ["preferred_locales"] = null,
            ["requirements"] = new JsonObject { ["disabled_reason"] = null, ["past_due"] = new JsonArray() },
            ["spending_controls"] = SpendingControls(parameters["spending_controls"], forCardholder: true),
            ["status"] = parameters["status"]?.GetValue<string>() ?? "active",
            ["type"] = parameters["type"]?.GetValue<string>() ?? "individual",
        };
    }

    /// <summary>A card that expires three years from now, unless <paramref name="expires"/> says otherwise.</summary>
    public static JsonObject Card(string id, JsonObject parameters, JsonObject cardholder, DateTimeOffset created,
        DateTimeOffset? expires = null)
    {
        var numbers = CardNumbers.For(id);
        var end = expires ?? created.AddYears(3);
        return new JsonObject
        {
            ["id"] = id,
            ["object"] = "issuing.card",
            ["brand"] = "Visa",
            ["cancellation_reason"] = parameters["cancellation_reason"]?.DeepClone(),
            ["cardholder"] = cardholder["id"]!.DeepClone(),
            ["created"] = created.ToUnixTimeSeconds(),
            ["currency"] = parameters["currency"]!.DeepClone(),
            ["exp_month"] = end.Month,
            ["exp_year"] = end.Year,
            ["last4"] = numbers.Last4,
            ["livemode"] = false,
            ["metadata"] = parameters["metadata"]?.DeepClone() ?? new JsonObject(),
            ["replaced_by"] = null,
            ["replacement_for"] = parameters["replacement_for"]?.DeepClone(),
            ["replacement_reason"] = parameters["replacement_reason"]?.DeepClone(),
            ["shipping"] = Shipping(parameters),
            ["spending_controls"] = SpendingControls(
                parameters["spending_controls"], forCardholder: false, newCardIn: parameters["currency"]!.GetValue<string>()),
            ["status"] = parameters["status"]?.GetValue<string>() ?? "inactive",
            ["type"] = parameters["type"]!.DeepClone(),
            ["wallets"] = new JsonObject
            {
                ["apple_pay"] = new JsonObject { ["eligible"] = true, ["ineligible_reason"] = null },
                ["google_pay"] = new JsonObject { ["eligible"] = true, ["ineligible_reason"] = null },
                ["primary_account_identifier"] = null,
            },
            [ObjectStore.Private] = new JsonObject { ["number"] = numbers.Number, ["cvc"] = numbers.Cvc, ["pin"] = numbers.Pin },
        };
    }

    /// <summary>Lays what was sent over what was there: a list that is named is replaced, one that is not stays.</summary>
    /// <param name="newCardIn">The currency of a card that is being made.</param>
    public static JsonObject SpendingControls(JsonNode? sent, bool forCardholder, JsonNode? before = null, string? newCardIn = null)
    {
        var controls = before?.DeepClone().AsObject() ?? new JsonObject
        {
            ["allowed_card_presences"] = new JsonArray(),
            ["allowed_categories"] = new JsonArray(),
            ["allowed_merchant_countries"] = new JsonArray(),
            ["blocked_card_presences"] = new JsonArray(),
            ["blocked_categories"] = new JsonArray(),
            ["blocked_merchant_countries"] = new JsonArray(),
            // A new card that names no limit is given 500 a day in the currency of the region.
            ["spending_limits"] = newCardIn is not null && SpendingRules.IsOfRegion(newCardIn)
                ? new JsonArray(Daily(500_00))
                : new JsonArray(),
            // A card's limits are in its own currency.
            ["spending_limits_currency"] = newCardIn,
        };
        foreach (var (name, value) in sent?.AsObject() ?? [])
            controls[name] = value?.DeepClone();
        return controls;
    }

    public static JsonObject Daily(long amount) =>
        new() { ["amount"] = amount, ["categories"] = new JsonArray(), ["interval"] = "daily" };

    private static JsonObject? Shipping(JsonObject parameters)
    {
        if (parameters["shipping"]?.DeepClone() is not JsonObject shipping)
            return null;
        shipping["status"] ??= "pending";
        shipping["service"] ??= "standard";
        shipping["type"] ??= "individual";
        shipping["carrier"] ??= null;
        shipping["eta"] ??= null;
        shipping["tracking_number"] ??= null;
        shipping["tracking_url"] ??= null;
        return shipping;
    }
}
