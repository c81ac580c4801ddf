using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.State;

/// <summary>Builds objects in the form in which Stripe shows them.</summary>
internal static class IssuingObjectMapper
{
    public static JsonObject Account(string id, string name, string country, string currency, DateTimeOffset created) => new()
    {
        ["id"] = id,
        ["object"] = "account",
        ["business_profile"] = new JsonObject
        {
            ["mcc"] = null,
            ["minority_owned_business_designation"] = null,
            ["name"] = name,
            ["specified_commercial_transactions_act_url"] = null,
            ["support_address"] = null,
            ["support_email"] = null,
            ["support_phone"] = null,
            ["support_url"] = null,
            ["url"] = null,
        },
        ["capabilities"] = new JsonObject { ["card_issuing"] = "active" },
        ["charges_enabled"] = true,
        ["controller"] = new JsonObject { ["type"] = "application", ["requirement_collection"] = "application" },
        ["country"] = country,
        ["created"] = created.ToUnixTimeSeconds(),
        ["default_currency"] = currency,
        ["details_submitted"] = true,
        ["email"] = null,
        ["payouts_enabled"] = true,
        ["settings"] = new JsonObject
        {
            ["branding"] = new JsonObject { ["icon"] = null, ["logo"] = null, ["primary_color"] = null, ["secondary_color"] = null },
            ["card_payments"] = new JsonObject
            {
                ["statement_descriptor_prefix"] = null,
                ["statement_descriptor_prefix_kana"] = null,
                ["statement_descriptor_prefix_kanji"] = null,
            },
            ["dashboard"] = new JsonObject { ["display_name"] = name, ["timezone"] = "Etc/UTC" },
            ["payments"] = new JsonObject
            {
                ["statement_descriptor"] = null,
                ["statement_descriptor_kana"] = null,
                ["statement_descriptor_kanji"] = null,
                ["statement_descriptor_prefix_kana"] = null,
                ["statement_descriptor_prefix_kanji"] = null,
            },
        },
        ["type"] = "none",
        [ObjectStore.Private] = new JsonObject { ["allow_retrieve_physical_card_details"] = false },
    };

    public static JsonObject Cardholder(string id, JsonObject parameters, DateTimeOffset created)
    {
        var cardholder = new JsonObject
        {
            ["id"] = id,
            ["object"] = "issuing.cardholder",
            ["billing"] = Billing(parameters["billing"]),
            ["company"] = Company(parameters["company"]),
            ["created"] = created.ToUnixTimeSeconds(),
            ["email"] = parameters["email"]?.DeepClone(),
            ["individual"] = parameters["type"]?.GetValue<string>() == "company"
                ? null
                : Individual(parameters["individual"], null),
            ["livemode"] = false,
            ["metadata"] = parameters["metadata"]?.DeepClone() ?? new JsonObject(),
            ["name"] = parameters["name"]!.DeepClone(),
            ["phone_number"] = parameters["phone_number"]?.DeepClone(),
            ["preferred_locales"] = parameters["preferred_locales"]?.DeepClone() ?? new JsonArray(),
            ["requirements"] = null,
            ["spending_controls"] = SpendingControls(parameters["spending_controls"]),
            ["status"] = parameters["status"]?.GetValue<string>() ?? "active",
            ["type"] = parameters["type"]?.GetValue<string>() ?? "individual",
        };
        Require(cardholder);
        return cardholder;
    }

    /// <summary>The person of a seed, by first and last name.</summary>
    public static JsonObject Person(string name) => new() { ["first_name"] = name.Split(' ', 2)[0], ["last_name"] = name.Split(' ', 2)[1] };

    /// <summary>Writes down what Stripe still has to be told of a cardholder; until then, none of their cards can be activated.</summary>
    public static void Require(JsonObject cardholder)
    {
        string[] missing = cardholder["individual"] is JsonObject person
            ? [.. new[] { "first_name", "last_name" }.Where(name => person[name] is null).Select(name => "individual." + name)]
            : [];
        cardholder["requirements"] = new JsonObject
        {
            ["disabled_reason"] = missing.Length > 0 ? "requirements.past_due" : null,
            ["past_due"] = new JsonArray([.. missing.Select(name => (JsonNode)name)]),
        };
    }

    public static JsonObject Billing(JsonNode? sent) => new() { ["address"] = Address(sent?["address"]) };

    public static JsonObject? Company(JsonNode? sent) =>
        sent is null ? null : new JsonObject { ["tax_id_provided"] = sent["tax_id"] is not null };

    /// <summary>Every key that Stripe shows, with what was sent laid over what was there.</summary>
    public static JsonObject Individual(JsonNode? sent, JsonNode? before)
    {
        var individual = new JsonObject();
        foreach (var name in new[] { "card_issuing", "dob", "first_name", "last_name", "verification" })
            individual[name] = (sent?[name] ?? before?[name])?.DeepClone();
        if (individual["card_issuing"]?["user_terms_acceptance"] is JsonObject acceptance)
        {
            foreach (var name in new[] { "date", "ip", "user_agent" })
                acceptance.TryAdd(name, null);
        }

        if (individual["verification"]?["document"] is JsonObject document)
        {
            foreach (var name in new[] { "back", "front" })
                document.TryAdd(name, null);
        }

        return individual;
    }

    private static JsonObject Address(JsonNode? sent)
    {
        var address = new JsonObject();
        foreach (var name in new[] { "city", "country", "line1", "line2", "postal_code", "state" })
            address[name] = sent?[name]?.DeepClone();
        return address;
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
            ["exp_month"] = parameters["exp_month"]?.DeepClone() ?? end.Month,
            ["exp_year"] = parameters["exp_year"]?.DeepClone() ?? end.Year,
            ["last4"] = numbers.Last4,
            ["latest_fraud_warning"] = null,
            ["lifecycle_controls"] = parameters["lifecycle_controls"]?.DeepClone(),
            ["livemode"] = false,
            ["metadata"] = parameters["metadata"]?.DeepClone() ?? new JsonObject(),
            ["personalization_design"] = parameters["personalization_design"]?.DeepClone(),
            ["replaced_by"] = null,
            ["replacement_for"] = parameters["replacement_for"]?.DeepClone(),
            ["replacement_reason"] = parameters["replacement_reason"]?.DeepClone(),
            ["second_line"] = parameters["second_line"]?.DeepClone(),
            ["shipping"] = Shipping(parameters["shipping"], null),
            ["spending_controls"] = SpendingControls(
                parameters["spending_controls"], newCardIn: parameters["currency"]!.GetValue<string>()),
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
    public static JsonObject SpendingControls(JsonNode? sent, JsonNode? before = null, string? newCardIn = null)
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
        foreach (var limit in controls["spending_limits"]!.AsArray())
            limit!.AsObject().TryAdd("categories", new JsonArray());
        return controls;
    }

    public static JsonObject Daily(long amount) =>
        new() { ["amount"] = amount, ["categories"] = new JsonArray(), ["interval"] = "daily" };

    /// <summary>Every key that Stripe shows of a shipment, with what was sent laid over what was there; none for a virtual card.</summary>
    public static JsonObject? Shipping(JsonNode? sent, JsonNode? before)
    {
        if (sent is null && before is null)
            return null;
        var shipping = before?.DeepClone().AsObject() ?? new JsonObject
        {
            ["carrier"] = null,
            ["eta"] = null,
            ["service"] = "standard",
            ["status"] = "pending",
            ["tracking_number"] = null,
            ["tracking_url"] = null,
            ["type"] = "individual",
        };
        foreach (var name in new[] { "business_name", "name", "phone_number", "require_signature", "service", "type", "status" })
            shipping[name] = (sent?[name] ?? shipping[name])?.DeepClone();
        shipping["address"] = sent?["address"] is { } address ? Address(address) : shipping["address"]?.DeepClone();
        shipping["address_validation"] = sent?["address_validation"]?["mode"] is { } mode
            ? new JsonObject { ["mode"] = mode.DeepClone(), ["normalized_address"] = null, ["result"] = null }
            : shipping["address_validation"]?.DeepClone();
        shipping["customs"] = sent?["customs"] is { } customs
            ? new JsonObject { ["eori_number"] = customs["eori_number"]?.DeepClone() }
            : shipping["customs"]?.DeepClone();
        return shipping;
    }
}
