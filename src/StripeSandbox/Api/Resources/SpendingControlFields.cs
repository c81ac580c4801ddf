using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>https://docs.stripe.com/api/issuing/cards/create#create_issuing_card-spending_controls</summary>
internal static class SpendingControlFields
{
    private static readonly string[] Restricted = ["card_presences", "categories", "merchant_countries"];

    /// <param name="cardholder">Whether they are a cardholder's.</param>
    /// <param name="update">Whether something exists that an empty list can unset; at creation nothing does.</param>
    public static ObjectField For(bool cardholder, bool update)
    {
        var presences = new ListField(new ChoiceField(false, "present", "not_present"), update);
        var texts = new ListField(new TextField(MaxLength: 100), update);
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
                ["categories"] = new ListField(new TextField(MaxLength: 100)),
                ["interval"] = new ChoiceField(true, "per_authorization", "daily", "weekly", "monthly", "yearly", "all_time"),
            }), update),
        };
        if (cardholder)
            fields["spending_limits_currency"] = new TextField(MaxLength: 3);
        return new ObjectField(false, fields);
    }

    /// <summary>Refuses categories and countries that do not exist, and what this Stripe is set to refuse.</summary>
    public static void Check(JsonNode? sent, SandboxOptions options)
    {
        foreach (var (name, value) in sent?.AsObject() ?? [])
        {
            if (value is JsonArray { Count: 0 }
                && ((options.RefusesClearedCategories && name.EndsWith("_categories", StringComparison.Ordinal))
                    || (options.RefusesClearedLimits && name == "spending_limits")))
                throw Field.Empty($"spending_controls[{name}]");
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

    /// <summary>Refuses an allowed and a blocked list of the same thing in one update, also where one of them is empty.</summary>
    public static void RefuseNamingBoth(JsonNode? sent, SandboxOptions options)
    {
        if (!options.RefusesSwitchInOneUpdate && !options.RefusesSwitchWithoutName)
            return;
        foreach (var what in Restricted)
        {
            if (sent?["allowed_" + what] is not null && sent["blocked_" + what] is not null)
                throw options.RefusesSwitchWithoutName ? StripeApiException.Invalid(TextOfBoth(what)) : Both(what);
        }
    }

    /// <summary>Refuses an allowed and a blocked list of the same thing, whether they came together or one after the other.</summary>
    public static void RefuseBoth(JsonNode controls)
    {
        foreach (var what in Restricted)
        {
            if (controls["allowed_" + what] is JsonArray { Count: > 0 } && controls["blocked_" + what] is JsonArray { Count: > 0 })
                throw Both(what);
        }
    }

    private static StripeApiException Both(string what) =>
        StripeApiException.Invalid(TextOfBoth(what), parameter: $"spending_controls[allowed_{what}]");

    private static string TextOfBoth(string what) => $"You cannot set both `allowed_{what}` and `blocked_{what}`.";

    private static void EachIn(JsonNode? sent, HashSet<string> known, string what, string path)
    {
        foreach (var code in sent?.AsArray() ?? [])
        {
            if (!known.Contains(code!.GetValue<string>()))
                throw StripeApiException.Invalid($"Invalid {what}: {code}", parameter: path);
        }
    }
}
