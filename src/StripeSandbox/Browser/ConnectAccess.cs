using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Browser;

/// <summary>
/// Decides what a frame of a Connect component may see and do, by its account session. Nothing that the frame says is trusted.
/// </summary>
internal sealed class ConnectAccess(ObjectStore store, Faults faults, Webhooks webhooks, TimeProvider time)
{
    private const int CardsAtMost = 50;

    public JsonObject Answer(string path, string secret, string component, string action, JsonObject body)
    {
        if (faults.Take("POST", path)?.Kind == FaultKind.ComponentsNotEnabled)
            throw StripeApiException.Invalid("This account does not have access to the preview of the issuing components.", status: 403);

        var session = store.Find(ObjectKind.AccountSession, secret);
        if (session is null || session["expires_at"]!.GetValue<long>() <= time.GetUtcNow().ToUnixTimeSeconds())
            throw StripeApiException.Invalid("The account session has expired.", status: 401);
        if (session["components"]![component] is not JsonObject granted || !granted["enabled"]!.GetValue<bool>())
            throw StripeApiException.Invalid($"The account session does not enable {component}.", status: 403);

        var account = session["account"]!.GetValue<string>();
        var features = granted["features"]!.AsObject();
        return action switch
        {
            "logout" => Logout(secret),
            "list" => List(account, features),
            "card" => Card(account, features, Id(body)),
            "freeze" => Change(account, features, "card_management", Id(body), card => card["status"] = "inactive"),
            "unfreeze" => Change(account, features, "card_management", Id(body), card => card["status"] = "active"),
            "limit" => Change(account, features, "spend_control_management", Id(body), card => SetLimit(card, body)),
            _ => throw StripeApiException.Invalid("No such action.", parameter: "action"),
        };
    }

    private JsonObject Logout(string secret)
    {
        store.Update(ObjectKind.AccountSession, secret, session => session["expires_at"] = 0);
        return new JsonObject { ["logged_out"] = true };
    }

    private JsonObject List(string account, JsonObject features) => new()
    {
        ["account"] = account,
        ["features"] = features.DeepClone(),
        ["cards"] =
            new JsonArray(
            [
            .. store.List(ObjectKind.Card, account, new Dictionary<string, JsonNode>(StringComparer.Ordinal), null, null, null, null,
            CardsAtMost).Select(Shown)]),
    };

    private JsonObject Card(string account, JsonObject features, string id) => new()
    {
        ["account"] = account,
        ["features"] = features.DeepClone(),
        ["card"] = Shown(Find(account, id)),
    };

    private JsonObject Change(string account, JsonObject features, string feature, string id, Action<JsonObject> change)
    {
        if (!features[feature]!.GetValue<bool>())
            throw StripeApiException.Invalid($"The account session does not grant {feature}.", status: 403);
        if (Find(account, id)["status"]!.GetValue<string>() == "canceled")
            throw StripeApiException.Invalid("You cannot update a canceled card.");

        store.InTransaction(() =>
        {
            var card = store.Update(ObjectKind.Card, id, change)!;
            card["cardholder"] = store.Find(ObjectKind.Cardholder, card["cardholder"]!.GetValue<string>());
            Webhooks.Add(store, account, "issuing_card.updated", card, time.GetUtcNow());
        });
        webhooks.Wake();
        return Card(account, features, id);
    }

    private static void SetLimit(JsonObject card, JsonObject body)
    {
        if (body["amount"] is not JsonValue value || !value.TryGetValue<long>(out var amount) || amount < 0)
            throw StripeApiException.Invalid("The amount must be a whole number of at least 0.", "parameter_invalid_integer", "amount");
        card["spending_controls"]!["spending_limits"] = new JsonArray(
            new JsonObject { ["amount"] = amount, ["categories"] = new JsonArray(), ["interval"] = "daily" });
    }

    private JsonObject Find(string account, string id) =>
        store.Find(ObjectKind.Card, id, account) ?? throw StripeApiException.Missing("card", id);

    private JsonObject Shown(JsonObject card) => new()
    {
        ["id"] = card["id"]!.DeepClone(),
        ["last4"] = card["last4"]!.DeepClone(),
        ["type"] = card["type"]!.DeepClone(),
        ["status"] = card["status"]!.DeepClone(),
        ["currency"] = card["currency"]!.DeepClone(),
        ["cardholder"] = store.Find(ObjectKind.Cardholder, card["cardholder"]!.GetValue<string>())!["name"]!.DeepClone(),
        ["spending_controls"] = card["spending_controls"]!.DeepClone(),
    };

    private static string Id(JsonObject body) => body["card"] is JsonValue value && value.TryGetValue<string>(out var id)
        ? id
        : throw StripeApiException.Invalid("Missing required param: card.", "parameter_missing", "card");
}
