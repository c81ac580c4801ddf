using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>
/// https://docs.stripe.com/api/balance: what is left to pay with cards. An authorization holds its amount, a capture takes it, and what is
/// not captured comes back.
/// </summary>
internal static class Balances
{
    /// <summary>What an account has of each currency until somebody says otherwise, in the minor unit.</summary>
    public const long AtFirst = 1_000_000_000;

    private const string Field = "issuing_balance";

    public static IEnumerable<ApiEndpoint> Endpoints => [new("GET", "/v1/balance", [], Show)];

    public static long Available(ObjectStore store, string account, string currency) =>
        Of(store.Find(ObjectKind.Account, account)!)[currency]?.GetValue<long>() ?? AtFirst;

    public static void Set(ObjectStore store, string account, string currency, long amount)
    {
        if (store.Update(ObjectKind.Account, account, a => Of(a)[currency] = amount) is null)
            throw StripeApiException.Missing("account", account);
    }

    /// <param name="authorization">As it was before and as it is now; none where there was none.</param>
    public static void Follow(ApiCall call, JsonObject? before, JsonObject authorization) => Move(
        call, authorization["currency"]!.GetValue<string>(), (before is null ? 0 : Taken(before)) - Taken(authorization));

    public static void Move(ApiCall call, string currency, long amount)
    {
        if (amount != 0)
            Set(call.Store, call.Account, currency, Available(call.Store, call.Account, currency) + amount);
    }

    /// <summary>What nothing else can be paid with: what was captured, and while more may be, at least what is held.</summary>
    private static long Taken(JsonObject authorization)
    {
        var captured = authorization["transactions"]!.AsArray().Where(t => t!["type"]!.GetValue<string>() == "capture")
            .Sum(t => -t!["amount"]!.GetValue<long>());
        return authorization["status"]!.GetValue<string>() == "pending"
            ? Math.Max(captured, (authorization[ObjectStore.Private]?["held"] ?? authorization["amount"])!.GetValue<long>())
            : captured;
    }

    private static JsonObject Show(ApiCall call)
    {
        var account = call.Store.Find(ObjectKind.Account, call.Account)!;
        var currencies = Of(account).Select(c => c.Key).Append(account["default_currency"]!.GetValue<string>())
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new JsonObject
        {
            ["object"] = "balance",
            ["available"] = Amounts(_ => 0),
            ["issuing"] = new JsonObject { ["available"] = Amounts(c => Available(call.Store, call.Account, c)) },
            ["livemode"] = false,
            ["pending"] = Amounts(_ => 0),
        };

        JsonArray Amounts(Func<string, long> amount) =>
            new([.. currencies.Select(c => new JsonObject { ["amount"] = amount(c), ["currency"] = c })]);
    }

    private static JsonObject Of(JsonObject account)
    {
        var own = account[ObjectStore.Private]!;
        if (own[Field] is not JsonObject balance)
            own[Field] = balance = [];
        return balance;
    }
}
