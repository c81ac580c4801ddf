using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>The embedded components that the sandbox does not show: an account session says of each what was asked for.</summary>
internal static class OtherComponents
{
    private static readonly Dictionary<string, string[]> Features = new(StringComparer.Ordinal)
    {
        ["account_management"] = ["disable_stripe_user_authentication", "external_account_collection"],
        ["account_onboarding"] = ["disable_stripe_user_authentication", "external_account_collection"],
        ["balance_report"] = [],
        ["balances"] =
        [
            "disable_stripe_user_authentication", "edit_payout_schedule", "external_account_collection", "instant_payouts",
            "standard_payouts",
        ],
        ["disputes_list"] =
        [
            "capture_payments", "destination_on_behalf_of_charge_management", "dispute_management", "refund_management",
            "smart_disputes_management",
        ],
        ["documents"] = [],
        ["financial_account"] =
        [
            "disable_stripe_user_authentication", "external_account_collection", "send_money", "transfer_balance",
        ],
        ["financial_account_transactions"] = ["card_spend_dispute_management"],
        ["instant_payouts_promotion"] = ["disable_stripe_user_authentication", "external_account_collection", "instant_payouts"],
        ["notification_banner"] = ["disable_stripe_user_authentication", "external_account_collection"],
        ["payment_details"] =
        [
            "capture_payments", "destination_on_behalf_of_charge_management", "dispute_management", "refund_management",
            "smart_disputes_management",
        ],
        ["payment_disputes"] =
        [
            "destination_on_behalf_of_charge_management", "dispute_management", "refund_management", "smart_disputes_management",
        ],
        ["payment_method_settings"] = ["disable_stripe_user_authentication"],
        ["payments"] =
        [
            "capture_payments", "destination_on_behalf_of_charge_management", "dispute_management", "refund_management",
            "smart_disputes_management",
        ],
        ["payout_details"] = [],
        ["payout_reconciliation_report"] = [],
        ["payouts"] =
        [
            "disable_stripe_user_authentication", "edit_payout_schedule", "external_account_collection", "instant_payouts",
            "standard_payouts",
        ],
        ["payouts_list"] = [],
        ["reporting_chart"] = [],
        ["tax_registrations"] = [],
        ["tax_settings"] = [],
        ["terminal_hardware_orders"] = [],
        ["terminal_hardware_shop"] = [],
    };

    /// <summary>The parameter of each, by its name.</summary>
    public static IEnumerable<KeyValuePair<string, string[]>> All => Features;

    /// <param name="sent">The parameter <c>components</c>.</param>
    public static void AddTo(JsonObject components, JsonNode? sent)
    {
        foreach (var (name, features) in Features)
            components[name] = new JsonObject
            {
                ["enabled"] = sent?[name]?["enabled"]?.DeepClone() ?? false,
                ["features"] = new JsonObject([.. features.Select(
                    f => KeyValuePair.Create<string, JsonNode?>(f, sent?[name]?["features"]?[f]?.DeepClone() ?? false))]),
            };
    }
}
