using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>https://docs.stripe.com/api/account_sessions</summary>
internal static class AccountSessions
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly string[] Features =
        ["card_management", "card_spend_dispute_management", "cardholder_management", "spend_control_management"];

    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("POST", "/v1/account_sessions", new(StringComparer.Ordinal)
        {
            ["account"] = new TextField(Required: true),
            ["components"] = new ObjectField(true, new(
                OtherComponents.All.ToDictionary(c => c.Key, Field (c) => Component(c.Value), StringComparer.Ordinal),
                StringComparer.Ordinal)
            {
                ["issuing_card"] = Component(Features),
                ["issuing_cards_list"] = Component([.. Features, "disable_stripe_user_authentication"]),
            }),
        }, Create),
    ];

    private static ObjectField Component(string[] features) => new(false, new(StringComparer.Ordinal)
    {
        ["enabled"] = new BooleanField(),
        ["features"] = new ObjectField(false, features.ToDictionary(f => f, Field (_) => new BooleanField(), StringComparer.Ordinal)),
    });

    private static JsonObject Create(ApiCall call)
    {
        var id = call.Text("account")!;
        if (id == DemoSeed.Platform || call.Store.Find(ObjectKind.Account, id) is not { } account)
            throw StripeApiException.Missing("account", id, "account", 400);
        if (account["capabilities"]!["card_issuing"]?.GetValue<string>() != "active")
            throw StripeApiException.Invalid("The account cannot issue cards.", parameter: "account");

        var components = new JsonObject();
        foreach (var name in new[] { "issuing_card", "issuing_cards_list" })
        {
            var sent = call.Parameters["components"]![name];
            var features = new JsonObject();
            foreach (var feature in Features)
                features[feature] = sent?["features"]?[feature]?.GetValue<bool>() ?? false;
            if (name == "issuing_cards_list")
                features["disable_stripe_user_authentication"] = false;
            if (sent?["features"]?["disable_stripe_user_authentication"]?.GetValue<bool>() == true)
            {
                if (account["controller"]!["requirement_collection"]!.GetValue<string>() != "application")
                    throw StripeApiException.Invalid(
                        "Stripe user authentication can only be disabled for accounts whose requirements are collected by the application.",
                        parameter: $"components[{name}][features][disable_stripe_user_authentication]");
                features["disable_stripe_user_authentication"] = true;
            }

            components[name] = new JsonObject { ["enabled"] = sent?["enabled"]?.GetValue<bool>() ?? false, ["features"] = features };
        }

        OtherComponents.AddTo(components, call.Parameters["components"]);
        var secret = StripeIds.New("accs_secret__", 40);
        var session = new JsonObject
        {
            ["object"] = "account_session",
            ["account"] = id,
            ["client_secret"] = secret,
            ["components"] = components,
            ["expires_at"] = (call.Now + Lifetime).ToUnixTimeSeconds(),
            ["livemode"] = false,
        };
        // Found again by its secret, which is what the browser shows.
        call.Store.Add(ObjectKind.AccountSession, id, secret, session);
        return session;
    }
}
