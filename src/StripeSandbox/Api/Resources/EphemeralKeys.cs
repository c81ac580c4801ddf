using System.Globalization;
using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>https://docs.stripe.com/issuing/elements#ephemeral-key-authentication</summary>
internal static class EphemeralKeys
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
    private static readonly DateOnly FirstVersion = new(2020, 3, 2);

    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("POST", "/v1/ephemeral_keys", new(StringComparer.Ordinal)
        {
            ["issuing_card"] = new TextField(Required: true),
            ["nonce"] = new TextField(Required: true),
        }, Create),
        new("DELETE", "/v1/ephemeral_keys/{id}", [], Delete),
    ];

    private static JsonObject Create(ApiCall call)
    {
        if (call.ApiVersion is null)
            throw StripeApiException.Invalid("Please specify the Stripe-Version header: an ephemeral key is made for one API version.");
        if (
            !DateOnly.TryParseExact(call.ApiVersion.Split('.')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var version)
            || version < FirstVersion)
            throw StripeApiException.Invalid("Ephemeral keys for issued cards need the API version 2020-03-02 or a later one.");

        var cardId = call.Text("issuing_card")!;
        if (call.Store.Find(ObjectKind.Card, cardId, call.Account) is not { } card)
            throw StripeApiException.Missing("issuing card", cardId, "issuing_card", 400);
        if (card["status"]!.GetValue<string>() == "canceled")
            throw StripeApiException.Invalid("The card was canceled.", parameter: "issuing_card");

        var id = StripeIds.New("ephkey_1");
        var nonce = call.Text("nonce")!;
        var problem = "No such nonce.";
        call.Store.Update(ObjectKind.Nonce, nonce, o =>
        {
            problem =
                o["account"]!.GetValue<string>() != call.Account ? "The nonce was made for another account."
                : o["used_by"] is not null ? "The nonce was used before."
                : o["expires"]!.GetValue<long>() <= call.Now.ToUnixTimeSeconds() ? "The nonce has expired."
                : "";
            if (problem.Length == 0)
                o["used_by"] = id;
        });
        if (problem.Length > 0)
            throw StripeApiException.Invalid(problem, "resource_missing", "nonce");

        var key = new JsonObject
        {
            ["id"] = id,
            ["object"] = "ephemeral_key",
            ["created"] = call.Now.ToUnixTimeSeconds(),
            ["expires"] = call.Now.Add(Lifetime).ToUnixTimeSeconds(),
            ["livemode"] = false,
            ["secret"] = StripeIds.New("ek_test_", 64),
            [ObjectStore.Private] = new JsonObject { ["nonce"] = nonce, ["issuing_card"] = cardId },
        };
        // Found again by its secret, which is what the browser shows.
        call.Store.Add(ObjectKind.EphemeralKey, call.Account, key["secret"]!.GetValue<string>(), key);
        return key;
    }

    private static JsonObject Delete(ApiCall call)
    {
        var found = call.Store.List(
            ObjectKind.EphemeralKey, call.Account, new Dictionary<string, JsonNode>(StringComparer.Ordinal) { ["id"] = call.Id },
            null, null, null, null, 1);
        if (found.Count == 0)
            throw StripeApiException.Missing("ephemeral key", call.Id);
        return call.Store.Update(
            ObjectKind.EphemeralKey, found[0]["secret"]!.GetValue<string>(), key => key["expires"] = call.Now.ToUnixTimeSeconds())!;
    }
}
