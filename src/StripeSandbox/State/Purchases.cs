using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.State;

/// <summary>Builds authorizations and transactions in the form in which Stripe shows them.</summary>
internal static class Purchases
{
    public static JsonObject Authorization(
        string id, JsonObject card, long amount, Merchant merchant, string method, string? refusal, DateTimeOffset at, string status) =>
            new()
            {
                ["id"] = id,
                ["object"] = "issuing.authorization",
                ["amount"] = amount,
                ["amount_details"] = new JsonObject { ["atm_fee"] = null, ["cashback_amount"] = null },
                ["approved"] = refusal is null,
                ["authorization_method"] = method,
                ["balance_transactions"] = new JsonArray(),
                ["card"] = card["id"]!.DeepClone(),
                ["cardholder"] = card["cardholder"] is JsonObject whole ? whole["id"]!.DeepClone() : card["cardholder"]!.DeepClone(),
                ["created"] = at.ToUnixTimeSeconds(),
                ["currency"] = card["currency"]!.DeepClone(),
                ["livemode"] = false,
                ["merchant_amount"] = amount,
                ["merchant_currency"] = card["currency"]!.DeepClone(),
                ["merchant_data"] = Data(merchant),
                ["metadata"] = new JsonObject(),
                ["pending_request"] = null,
                ["request_history"] = new JsonArray(Request(card, amount, refusal, at)),
                ["status"] = status,
                ["transactions"] = new JsonArray(),
                ["wallet"] = null,
            };

    public static JsonObject Request(JsonObject card, long amount, string? refusal, DateTimeOffset at) => new()
    {
        ["amount"] = amount,
        ["amount_details"] = new JsonObject { ["atm_fee"] = null, ["cashback_amount"] = null },
        ["approved"] = refusal is null,
        ["created"] = at.ToUnixTimeSeconds(),
        ["currency"] = card["currency"]!.DeepClone(),
        ["merchant_amount"] = amount,
        ["merchant_currency"] = card["currency"]!.DeepClone(),
        ["reason"] = refusal ?? "card_active",
        ["reason_message"] = null,
    };

    public static JsonObject Transaction(string id, JsonObject authorization, long amount, DateTimeOffset at) => new()
    {
        ["id"] = id,
        ["object"] = "issuing.transaction",
        ["amount"] = -amount,
        ["authorization"] = authorization["id"]!.DeepClone(),
        ["card"] = authorization["card"]!.DeepClone(),
        ["cardholder"] = authorization["cardholder"]!.DeepClone(),
        ["created"] = at.ToUnixTimeSeconds(),
        ["currency"] = authorization["currency"]!.DeepClone(),
        ["livemode"] = false,
        ["merchant_amount"] = -amount,
        ["merchant_currency"] = authorization["currency"]!.DeepClone(),
        ["merchant_data"] = authorization["merchant_data"]!.DeepClone(),
        ["metadata"] = new JsonObject(),
        ["type"] = "capture",
        ["wallet"] = null,
    };

    private static JsonObject Data(Merchant merchant) => new()
    {
        ["category"] = merchant.Category,
        ["category_code"] = merchant.Code,
        ["city"] = merchant.City,
        ["country"] = merchant.Country,
        ["name"] = merchant.Name,
        ["network_id"] = "1234567890",
        ["postal_code"] = null,
        ["state"] = null,
        ["terminal_id"] = null,
        ["url"] = null,
    };
}
