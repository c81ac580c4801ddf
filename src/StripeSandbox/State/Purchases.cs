using System.Globalization;
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
                ["card_presence"] = method is "chip" or "contactless" or "swipe" ? "present" : "not_present",
                ["cardholder"] = card["cardholder"] is JsonObject whole ? whole["id"]!.DeepClone() : card["cardholder"]!.DeepClone(),
                ["created"] = at.ToUnixTimeSeconds(),
                ["currency"] = card["currency"]!.DeepClone(),
                ["fleet"] = null,
                ["fuel"] = null,
                ["livemode"] = false,
                ["merchant_amount"] = amount,
                ["merchant_currency"] = card["currency"]!.DeepClone(),
                ["merchant_data"] = Data(merchant),
                ["metadata"] = new JsonObject(),
                ["network_data"] = null,
                ["pending_request"] = null,
                ["request_history"] = new JsonArray(Request(card, amount, refusal, at)),
                ["status"] = status,
                ["transactions"] = new JsonArray(),
                ["verification_data"] = new JsonObject
                {
                    ["address_line1_check"] = "not_provided",
                    ["address_postal_code_check"] = "not_provided",
                    ["authentication_exemption"] = null,
                    ["cvc_check"] = "match",
                    ["expiry_check"] = "match",
                    ["postal_code"] = null,
                    ["three_d_secure"] = null,
                },
                ["verified_by_fraud_challenge"] = null,
                ["wallet"] = null,
            };

    public static JsonObject Request(JsonObject card, long amount, string? refusal, DateTimeOffset at) => new()
    {
        ["amount"] = amount,
        ["amount_details"] = new JsonObject { ["atm_fee"] = null, ["cashback_amount"] = null },
        ["approved"] = refusal is null,
        ["authorization_code"] = refusal is null ? (at.ToUnixTimeSeconds() % 1_000_000).ToString("D6", CultureInfo.InvariantCulture) : null,
        ["created"] = at.ToUnixTimeSeconds(),
        ["currency"] = card["currency"]!.DeepClone(),
        ["merchant_amount"] = amount,
        ["merchant_currency"] = card["currency"]!.DeepClone(),
        ["network_risk_score"] = null,
        ["reason"] = refusal ?? "card_active",
        ["reason_message"] = null,
        ["requested_at"] = at.ToUnixTimeSeconds(),
    };

    public static JsonObject Transaction(string id, JsonObject authorization, long amount, DateTimeOffset at) => new()
    {
        ["id"] = id,
        ["object"] = "issuing.transaction",
        ["amount"] = -amount,
        ["amount_details"] = new JsonObject { ["atm_fee"] = null, ["cashback_amount"] = null },
        ["authorization"] = authorization["id"]!.DeepClone(),
        ["balance_transaction"] = null,
        ["card"] = authorization["card"]!.DeepClone(),
        ["cardholder"] = authorization["cardholder"]!.DeepClone(),
        ["created"] = at.ToUnixTimeSeconds(),
        ["currency"] = authorization["currency"]!.DeepClone(),
        ["dispute"] = null,
        ["livemode"] = false,
        ["merchant_amount"] = -amount,
        ["merchant_currency"] = authorization["currency"]!.DeepClone(),
        ["merchant_data"] = authorization["merchant_data"]!.DeepClone(),
        ["metadata"] = new JsonObject(),
        ["network_data"] = null,
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
        ["network_id"] = merchant.NetworkId,
        ["postal_code"] = merchant.PostalCode,
        ["state"] = merchant.State,
        ["tax_id"] = null,
        ["terminal_id"] = merchant.TerminalId,
        ["url"] = merchant.Url,
    };
}
