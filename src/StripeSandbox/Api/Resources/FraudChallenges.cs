using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>
/// https://docs.stripe.com/issuing/controls/fraud-challenges: a purchase that looks like fraud is declined, and the cardholder asked by
/// SMS. Once they have confirmed it, the same merchant may try again.
/// </summary>
internal static class FraudChallenges
{
    public static JsonObject Sent(ApiCall call, JsonObject card)
    {
        var cardholder = call.Store.Find(ObjectKind.Cardholder, card["cardholder"]!.GetValue<string>())!;
        var hasPhone = cardholder["phone_number"] is not null;
        return new JsonObject
        {
            ["channel"] = "sms",
            ["status"] = hasPhone ? "pending" : "undeliverable",
            ["undeliverable_reason"] = hasPhone ? null : "no_phone_number",
        };
    }

    public static bool IsPending(JsonObject authorization) => Is(authorization, "pending");

    /// <summary>Whether the cardholder has confirmed an earlier purchase from this merchant.</summary>
    public static bool IsVerified(ApiCall call, string card, Merchant merchant) =>
        call.Store.OfParent(ObjectKind.Authorization, card).Any(a =>
            a["merchant_data"]!["name"]!.GetValue<string>() == merchant.Name && Is(a, "verified"));

    private static bool Is(JsonObject authorization, string status) =>
        authorization["fraud_challenges"] is JsonArray { Count: > 0 } sent && sent[^1]!["status"]!.GetValue<string>() == status;
}
