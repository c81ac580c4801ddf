using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>The parameter <c>merchant_data</c> of simulated purchases.</summary>
internal static class Merchants
{
    public static ObjectField Field => new(false, new(StringComparer.Ordinal)
    {
        ["category"] = new TextField(),
        ["city"] = new TextField(),
        ["country"] = new TextField(MaxLength: 2),
        ["name"] = new TextField(),
        ["network_id"] = new TextField(),
        ["postal_code"] = new TextField(),
        ["state"] = new TextField(),
        ["terminal_id"] = new TextField(),
        ["url"] = new TextField(),
    });

    /// <summary>Who sells; what was not sent is as Stripe makes it up.</summary>
    public static Merchant Read(JsonNode? data)
    {
        var category = data?["category"]?.GetValue<string>() ?? "ac_refrigeration_repair";
        if (!Categories.Known.Contains(category))
            throw StripeApiException.Invalid($"Invalid category: {category}", parameter: "merchant_data[category]");
        var country = data?["country"]?.GetValue<string>() ?? "US";
        if (!Categories.Countries.Contains(country))
            throw StripeApiException.Invalid($"Invalid country: {country}", parameter: "merchant_data[country]");
        return new Merchant(
            data?["name"]?.GetValue<string>() ?? "Rocket Rides", category, Categories.Codes.GetValueOrDefault(category, "0000"),
            data?["city"]?.GetValue<string>() ?? "San Francisco", country)
        {
            NetworkId = data?["network_id"]?.GetValue<string>(),
            PostalCode = data?["postal_code"]?.GetValue<string>(),
            State = data?["state"]?.GetValue<string>(),
            TerminalId = data?["terminal_id"]?.GetValue<string>(),
            Url = data?["url"]?.GetValue<string>(),
        };
    }
}
