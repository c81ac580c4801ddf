using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>https://docs.stripe.com/api/accounts</summary>
internal static class Accounts
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("GET", "/v1/account", [], call => call.Store.Find(ObjectKind.Account, call.Account)!),
        new("GET", "/v1/accounts", Lists.Parameters(), List),
        new("GET", "/v1/accounts/{id}", [], call => call.Store.Find(ObjectKind.Account, call.Id)
            ?? throw StripeApiException.Invalid(
                $"The provided key does not have access to account '{call.Id}' (or that account does not exist).", "account_invalid",
                status: 403)),
    ];

    private static System.Text.Json.Nodes.JsonObject List(ApiCall call)
    {
        var page = Lists.Page(call, ObjectKind.Account, "account", "/v1/accounts", null);
        var data = page["data"]!.AsArray();
        // The list is of those connected; the platform is not connected to itself.
        foreach (var own in data.Where(a => a!["id"]!.GetValue<string>() == DemoSeed.Platform).ToList())
            data.Remove(own);
        return page;
    }
}
