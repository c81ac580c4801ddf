using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>https://docs.stripe.com/api/accounts</summary>
internal static class Accounts
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("GET", "/v1/account", [], call => call.Store.Find(ObjectKind.Account, call.Account)!),
        new("GET", "/v1/accounts", Lists.Parameters(), List),
        new("POST", "/v1/accounts", new(StringComparer.Ordinal)
        {
            ["business_profile"] = new ObjectField(true, new(StringComparer.Ordinal) { ["name"] = new TextField(Required: true) }),
            ["country"] = new TextField(Required: true, MaxLength: 2),
            ["default_currency"] = new TextField(Required: true, MaxLength: 3),
        }, Create),
        new("GET", "/v1/accounts/{id}", [], call => call.Store.Find(ObjectKind.Account, call.Id)
            ?? throw StripeApiException.Invalid(
                $"The provided key does not have access to account '{call.Id}' (or that account does not exist).", "account_invalid",
                status: 403)),
    ];

    private static JsonObject Create(ApiCall call)
    {
        var id = StripeIds.New("acct_1", 16);
        var account = IssuingObjectMapper.Account(
            id, call.Parameters["business_profile"]!["name"]!.GetValue<string>(), call.Parameters["country"]!.GetValue<string>(),
            call.Parameters["default_currency"]!.GetValue<string>(), call.Now);
        call.Store.Add(ObjectKind.Account, id, id, account);
        return account;
    }

    private static JsonObject List(ApiCall call)
    {
        var page = Lists.Page(call, ObjectKind.Account, "account", "/v1/accounts", null);
        var data = page["data"]!.AsArray();
        // The list is of those connected; the platform is not connected to itself.
        foreach (var own in data.Where(a => a!["id"]!.GetValue<string>() == DemoSeed.Platform).ToList())
            data.Remove(own);
        return page;
    }
}
