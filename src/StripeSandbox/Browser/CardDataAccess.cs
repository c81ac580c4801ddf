using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Browser;

/// <summary>Decides what a browser may see of a card, by its nonce and its ephemeral key.</summary>
internal sealed class CardDataAccess(ObjectStore store, TimeProvider time, bool liveBehavior)
{
    private static readonly TimeSpan NonceLifetime = TimeSpan.FromMinutes(15);

    /// <summary>A nonce is nobody's until a key is made with it.</summary>
    public string CreateNonce(string account)
    {
        var nonce = StripeIds.New("ephkn_1", 32);
        store.Add(ObjectKind.Nonce, account, nonce, new JsonObject
        {
            ["account"] = account,
            ["expires"] = (time.GetUtcNow() + NonceLifetime).ToUnixTimeSeconds(),
            ["used_by"] = null,
        });
        return nonce;
    }

    public string Account(string? asked)
    {
        var id = string.IsNullOrEmpty(asked) ? DemoSeed.Platform : asked;
        return store.Find(ObjectKind.Account, id) is not null
            ? id
            : throw StripeApiException.Invalid($"No such account: '{id}'", "account_invalid", status: 403);
    }

    /// <summary>What anyone with a good key may know of the card.</summary>
    public JsonObject Card(Credentials credentials)
    {
        var (card, _) = Check(credentials);
        return new JsonObject
        {
            ["id"] = card["id"]!.DeepClone(),
            ["object"] = "issuing.card",
            ["brand"] = card["brand"]!.DeepClone(),
            ["exp_month"] = card["exp_month"]!.DeepClone(),
            ["exp_year"] = card["exp_year"]!.DeepClone(),
            ["last4"] = card["last4"]!.DeepClone(),
            ["status"] = card["status"]!.DeepClone(),
            ["type"] = card["type"]!.DeepClone(),
        };
    }

    /// <summary>One piece of card data, for a frame of ours.</summary>
    public JsonObject Reveal(Credentials credentials, string field, IReadOnlyCollection<string> betas)
    {
        var (card, expires) = Check(credentials);
        if (field is "number" or "cvc" && !ShowsNumber(card, credentials.Account, betas))
            throw StripeApiException.Invalid("The number and CVC of a physical card cannot be retrieved.");

        var data = card[ObjectStore.Private]!;
        var value = field switch
        {
            "number" => string.Join(' ', data["number"]!.GetValue<string>().Chunk(4).Select(group => new string(group))),
            "cvc" => data["cvc"]!.GetValue<string>(),
            "pin" => data["pin"]!.GetValue<string>(),
            "expiry" => $"{card["exp_month"]!.GetValue<int>():00}/{card["exp_year"]!.GetValue<int>() % 100:00}",
            _ => throw StripeApiException.Invalid("No such field.", parameter: "field"),
        };
        return new JsonObject { ["value"] = value, ["expires"] = expires };
    }

    private bool ShowsNumber(JsonObject card, string account, IReadOnlyCollection<string> betas) =>
        !liveBehavior
        || card["type"]!.GetValue<string>() == "virtual"
        || (betas.Contains("issuing_elements_2")
            && store.Find(ObjectKind.Account, account)![ObjectStore.Private]!["allow_retrieve_physical_card_details"]!.GetValue<bool>());

    private (JsonObject Card, long Expires) Check(Credentials credentials)
    {
        var key = store.Find(ObjectKind.EphemeralKey, credentials.Secret, credentials.Account);
        var bound = key?[ObjectStore.Private];
        if (key is null || bound!["nonce"]!.GetValue<string>() != credentials.Nonce
            || bound["issuing_card"]!.GetValue<string>() != credentials.Card)
            throw StripeApiException.Invalid("The ephemeral key does not belong to this nonce and card.", status: 401);

        var expires = key["expires"]!.GetValue<long>();
        if (expires <= time.GetUtcNow().ToUnixTimeSeconds())
            throw StripeApiException.Invalid("The ephemeral key has expired.", status: 401);

        var card = store.Find(ObjectKind.Card, credentials.Card, credentials.Account)!;
        return card["status"]!.GetValue<string>() == "canceled"
            ? throw StripeApiException.Invalid("The card was canceled.")
            : (card, expires);
    }
}
