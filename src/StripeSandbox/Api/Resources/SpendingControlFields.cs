using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>https://docs.stripe.com/api/issuing/cards/create#create_issuing_card-spending_controls</summary>
internal static class SpendingControlFields
{
    public static ObjectField For(bool cardholder)
    {
        var presences = new ListField(new ChoiceField(false, "present", "not_present"));
        var texts = new ListField(new TextField(MaxLength: 100));
        var fields = new Dictionary<string, Field>(StringComparer.Ordinal)
        {
            ["allowed_card_presences"] = presences,
            ["allowed_categories"] = texts,
            ["allowed_merchant_countries"] = texts,
            ["blocked_card_presences"] = presences,
            ["blocked_categories"] = texts,
            ["blocked_merchant_countries"] = texts,
            ["spending_limits"] = new ListField(new ObjectField(false, new(StringComparer.Ordinal)
            {
                ["amount"] = new IntegerField(Required: true),
                ["categories"] = texts,
                ["interval"] = new ChoiceField(true, "per_authorization", "daily", "weekly", "monthly", "yearly", "all_time"),
            })),
        };
        if (cardholder)
            fields["spending_limits_currency"] = new TextField(MaxLength: 3);
        return new ObjectField(false, fields);
    }

    /// <summary>Refuses categories and countries that do not exist.</summary>
    public static void Check(JsonNode? sent)
    {
        foreach (var (name, value) in sent?.AsObject() ?? [])
        {
            if (name.EndsWith("_categories", StringComparison.Ordinal))
                EachIn(value, Categories.Known, "category", $"spending_controls[{name}]");
            else if (name.EndsWith("_merchant_countries", StringComparison.Ordinal))
                EachIn(value, Categories.Countries, "country", $"spending_controls[{name}]");
            else if (name == "spending_limits")
            {
                foreach (var limit in value!.AsArray())
                    EachIn(limit!["categories"], Categories.Known, "category", "spending_controls[spending_limits][categories]");
            }
        }
    }

    /// <summary>Refuses an allowed and a blocked list of the same thing, whether they came together or one after the other.</summary>
    public static void RefuseBoth(JsonNode controls)
    {
        foreach (var what in new[] { "card_presences", "categories", "merchant_countries" })
        {
            if (controls["allowed_" + what] is JsonArray { Count: > 0 } && controls["blocked_" + what] is JsonArray { Count: > 0 })
                throw StripeApiException.Invalid(
                    $"You cannot set both `allowed_{what}` and `blocked_{what}`.", parameter: $"spending_controls[allowed_{what}]");
        }
    }

    private static void EachIn(JsonNode? sent, HashSet<string> known, string what, string path)
    {
        foreach (var code in sent?.AsArray() ?? [])
        {
            if (!known.Contains(code!.GetValue<string>()))
                throw StripeApiException.Invalid($"Invalid {what}: {code}", parameter: path);
        }
    }
}
