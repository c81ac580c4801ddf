using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>
/// https://docs.stripe.com/api/issuing/tokens: a card in a wallet. One comes to be when a purchase is simulated with a wallet, as no phone
/// adds a card of the sandbox.
/// </summary>
internal static class Tokens
{
    private const string Url = "/v1/issuing/tokens";

    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("GET", Url, new(Lists.Parameters(), StringComparer.Ordinal)
        {
            ["card"] = new TextField(Required: true),
            ["status"] = new ChoiceField(false, "active", "deleted", "requested", "suspended"),
        }, call => Lists.Page(call, ObjectKind.Token, "token", Url, call.Account, "card", "status")),
        new("GET", Url + "/{id}", [], Find),
        new("POST", Url + "/{id}", new(StringComparer.Ordinal)
        {
            ["status"] = new ChoiceField(true, "active", "deleted", "suspended"),
        }, Update),
    ];

    /// <summary>The token of the card in this wallet; a new one where there is none.</summary>
    public static JsonObject Of(ApiCall call, JsonObject card, string wallet)
    {
        var cardId = card["id"]!.GetValue<string>();
        if (call.Store.OfParent(ObjectKind.Token, cardId).FirstOrDefault(t =>
            t["wallet_provider"]!.GetValue<string>() == wallet && t["status"]!.GetValue<string>() != "deleted") is { } known)
            return known;
        var id = StripeIds.New("intok_1");
        var token = new JsonObject
        {
            ["id"] = id,
            ["object"] = "issuing.token",
            ["card"] = cardId,
            ["created"] = call.Now.ToUnixTimeSeconds(),
            ["device_fingerprint"] = null,
            ["last4"] = RandomNumberGenerator.GetString("0123456789", 4),
            ["livemode"] = false,
            ["network"] = "visa",
            ["network_data"] = new JsonObject
            {
                ["type"] = "visa",
                ["visa"] = new JsonObject
                {
                    ["card_reference_id"] = null,
                    ["token_reference_id"] = StripeIds.New("", 16),
                    ["token_requestor_id"] = "40010030273",
                },
            },
            ["network_updated_at"] = call.Now.ToUnixTimeSeconds(),
            ["status"] = "active",
            ["wallet_provider"] = wallet,
        };
        call.Store.Add(ObjectKind.Token, call.Account, id, token, cardId);
        call.Tell("issuing_token.created", token);
        return token;
    }

    private static JsonObject Find(ApiCall call) => call.Find(ObjectKind.Token, "token");

    private static JsonObject Update(ApiCall call)
    {
        var before = Find(call);
        if (before["status"]!.GetValue<string>() == "deleted")
            throw StripeApiException.Invalid("A deleted token cannot be changed.", parameter: "status");
        return call.Change(ObjectKind.Token, "issuing_token.updated", before, token =>
        {
            token["status"] = call.Text("status");
            token["network_updated_at"] = call.Now.ToUnixTimeSeconds();
        });
    }
}
