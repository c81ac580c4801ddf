using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>
/// https://docs.stripe.com/api/webhook_endpoints. There are two, at the one address that events are sent to: for the platform's own
/// events, and for those of connected accounts.
/// </summary>
internal static class WebhookEndpoints
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("GET", "/v1/webhook_endpoints", Lists.Parameters(), call => new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. All(call)]),
            ["has_more"] = false,
            ["url"] = "/v1/webhook_endpoints",
        }),
        new("GET", "/v1/webhook_endpoints/{id}", [], call => All(call).FirstOrDefault(e => e["id"]!.GetValue<string>() == call.Id)
            ?? throw StripeApiException.Missing("webhook endpoint", call.Id)),
    ];

    private static IEnumerable<JsonObject> All(ApiCall call)
    {
        if (call.Options.WebhookAddress is not { } address)
            yield break;
        foreach (var of in new[] { "Platform", "Connect" })
        {
            yield return new JsonObject
            {
                ["id"] = "we_1Sandbox" + of,
                ["object"] = "webhook_endpoint",
                ["api_version"] = ApiVersions.Latest,
                ["application"] = null,
                ["created"] = call.Store.Find(ObjectKind.Account, DemoSeed.Platform)!["created"]!.DeepClone(),
                ["description"] = null,
                ["enabled_events"] = new JsonArray("*"),
                ["livemode"] = false,
                ["metadata"] = new JsonObject(),
                ["status"] = "enabled",
                ["url"] = address.ToString(),
            };
        }
    }
}
