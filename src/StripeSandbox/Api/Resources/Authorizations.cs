using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>https://docs.stripe.com/api/issuing/authorizations and https://docs.stripe.com/api/issuing/transactions</summary>
internal static class Authorizations
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("GET", "/v1/issuing/authorizations", new(Lists.Parameters("card", "cardholder"), StringComparer.Ordinal)
        {
            ["status"] = new ChoiceField(false, "closed", "expired", "pending", "reversed"),
        }, List),
        new("GET", "/v1/issuing/authorizations/{id}", [], call => Shown(call, Find(call))),
        new("POST", "/v1/issuing/authorizations/{id}", new(StringComparer.Ordinal) { ["metadata"] = new MetadataField() }, call =>
        {
            Find(call);
            return Change(call, authorization => Changes.Apply(authorization, call.Parameters, call.Options));
        }),
        new("GET", "/v1/issuing/transactions", new(Lists.Parameters("card", "cardholder"), StringComparer.Ordinal)
        {
            ["type"] = new ChoiceField(false, "capture", "refund"),
        }, call => Lists.Page(
            call, ObjectKind.Transaction, "transaction", "/v1/issuing/transactions", call.Account, "card", "cardholder", "type")),
        new("GET", "/v1/issuing/transactions/{id}", [], FindTransaction),
        new("POST", "/v1/issuing/transactions/{id}", new(StringComparer.Ordinal) { ["metadata"] = new MetadataField() }, call =>
            call.Change(
                ObjectKind.Transaction, "issuing_transaction.updated", FindTransaction(call),
                transaction => Changes.Apply(transaction, call.Parameters, call.Options))),
    ];

    public static JsonObject FindTransaction(ApiCall call) => call.Find(ObjectKind.Transaction, "transaction");

    public static JsonObject Change(ApiCall call, Action<JsonObject> change)
    {
        var before = call.Store.Find(ObjectKind.Authorization, call.Id)!;
        var changed = call.Store.Update(ObjectKind.Authorization, call.Id, change)!;
        Balances.Follow(call, before, changed);
        var shown = Shown(call, changed);
        call.Tell("issuing_authorization.updated", shown, before);
        return shown;
    }

    public static JsonObject Find(ApiCall call) => call.Find(ObjectKind.Authorization, "authorization");

    /// <summary>An authorization always shows its card whole.</summary>
    public static JsonObject Shown(ApiCall call, JsonObject authorization, Dictionary<string, JsonObject>? cards = null)
    {
        var id = authorization["card"]!.GetValue<string>();
        var card = cards?.GetValueOrDefault(id) ?? Cards.Shown(call, call.Store.Find(ObjectKind.Card, id)!);
        cards?.TryAdd(id, card);
        authorization["card"] = card.DeepClone();
        return authorization;
    }

    private static JsonObject List(ApiCall call)
    {
        var page = Lists.Page(
            call, ObjectKind.Authorization, "authorization", "/v1/issuing/authorizations", call.Account, "card", "cardholder", "status");
        var cards = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var authorization in page["data"]!.AsArray())
            Shown(call, authorization!.AsObject(), cards);
        return page;
    }
}
