using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>
/// https://docs.stripe.com/api/webhook_endpoints. Two are the sandbox's own, at the portal's address: one for the platform's own events,
/// and one for those of connected accounts. They cannot be changed.
/// </summary>
internal static class WebhookEndpoints
{
    private const string Url = "/v1/webhook_endpoints";

    private static readonly Dictionary<string, Field> Changeable = new(StringComparer.Ordinal)
    {
        ["description"] = new TextField(),
        ["enabled_events"] = new ListField(new TextField()),
        ["metadata"] = new MetadataField(),
        ["url"] = new TextField(),
    };

    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("GET", Url, Lists.Parameters(), List),
        new("GET", Url + "/{id}", [], Find),
        new("POST", Url, new(Changeable, StringComparer.Ordinal)
        {
            ["api_version"] = new TextField(),
            ["connect"] = new BooleanField(),
            ["url"] = new TextField(Required: true),
        }, Create),
        new("POST", Url + "/{id}", new(Changeable, StringComparer.Ordinal) { ["disabled"] = new BooleanField() }, Update),
        new("DELETE", Url + "/{id}", [], Delete),
    ];

    /// <summary>Where an event goes besides the portal, and what it is signed with.</summary>
    public static IEnumerable<(string Id, Uri Address, string Secret)> For(ObjectStore store, JsonObject stripeEvent)
    {
        var ofConnect = stripeEvent["account"] is not null;
        return
            from endpoint in store.OfParent(ObjectKind.WebhookEndpoint, "")
            where endpoint["status"]!.GetValue<string>() == "enabled"
                // Nobody hears of what happened before they asked.
                && endpoint["created"]!.GetValue<long>() <= stripeEvent["created"]!.GetValue<long>()
                && endpoint[ObjectStore.Private]!["connect"]!.GetValue<bool>() == ofConnect
                && endpoint["enabled_events"]!.AsArray().Any(
                    type => type!.GetValue<string>() is var name && (name == "*" || name == stripeEvent["type"]!.GetValue<string>()))
            select (
                endpoint["id"]!.GetValue<string>(), new Uri(endpoint["url"]!.GetValue<string>()),
                endpoint[ObjectStore.Private]!["secret"]!.GetValue<string>());
    }

    private static JsonObject List(ApiCall call)
    {
        // The sandbox's own come last, after all that were made.
        var own = Own(call).ToList();
        var after = own.FindIndex(e => e["id"]!.GetValue<string>() == call.Text("starting_after"));
        var page = after < 0
            ? Lists.Page(call, ObjectKind.WebhookEndpoint, "webhook endpoint", Url, null)
            : new JsonObject { ["object"] = "list", ["data"] = new JsonArray(), ["has_more"] = false, ["url"] = Url };
        var data = page["data"]!.AsArray();
        if (!page["has_more"]!.GetValue<bool>() && call.Text("ending_before") is null)
        {
            var left = own.Skip(after + 1).ToList();
            var room = (int)(call.Number("limit") ?? 10) - data.Count;
            foreach (var endpoint in left.Take(room))
                data.Add(endpoint);
            page["has_more"] = left.Count > room;
        }

        return page;
    }

    private static JsonObject Find(ApiCall call) =>
        Own(call).FirstOrDefault(e => e["id"]!.GetValue<string>() == call.Id)
        ?? call.Store.Find(ObjectKind.WebhookEndpoint, call.Id) ?? throw StripeApiException.Missing("webhook endpoint", call.Id);

    /// <summary>Refuses to change an endpoint that was not made, or is not there.</summary>
    private static void CheckMade(ApiCall call)
    {
        if (Find(call)[ObjectStore.Private] is null)
            throw StripeApiException.Invalid("This endpoint is the sandbox's own. It cannot be changed.");
    }

    private static JsonObject Create(ApiCall call)
    {
        Check(call);
        if (call.Parameters["enabled_events"] is null)
            throw StripeApiException.Invalid("Missing required param: enabled_events.", "parameter_missing", "enabled_events");
        if (call.Text("api_version") is { } version && !ApiVersions.IsKnown(version))
            throw StripeApiException.Invalid($"Invalid Stripe API version: {version}", parameter: "api_version");
        var (id, secret) = (StripeIds.New("we_1"), StripeIds.New("whsec_", 32));
        var endpoint = Endpoint(id, call.Text("url")!, call.Now.ToUnixTimeSeconds(), call.Parameters["enabled_events"]!.DeepClone());
        endpoint["api_version"] = call.Text("api_version");
        endpoint["description"] = call.Text("description");
        endpoint["metadata"] = call.Parameters["metadata"]?.DeepClone() ?? new JsonObject();
        endpoint[ObjectStore.Private] = new JsonObject
        {
            ["connect"] = call.Parameters["connect"]?.GetValue<bool>() ?? false,
            ["secret"] = secret,
        };
        call.Store.Add(ObjectKind.WebhookEndpoint, DemoSeed.Platform, id, endpoint, "");
        // Told once, and never again.
        endpoint["secret"] = secret;
        return endpoint;
    }

    private static JsonObject Update(ApiCall call)
    {
        CheckMade(call);
        Check(call);
        return call.Store.Update(ObjectKind.WebhookEndpoint, call.Id, endpoint =>
        {
            if (call.Parameters["disabled"]?.GetValue<bool>() is { } disabled)
                endpoint["status"] = disabled ? "disabled" : "enabled";
            var plain = (JsonObject)call.Parameters.DeepClone();
            plain.Remove("disabled");
            Changes.Apply(endpoint, plain, call.Options);
        })!;
    }

    private static JsonObject Delete(ApiCall call)
    {
        CheckMade(call);
        call.Store.Remove(ObjectKind.WebhookEndpoint, call.Id);
        return new JsonObject { ["id"] = call.Id, ["object"] = "webhook_endpoint", ["deleted"] = true };
    }

    private static void Check(ApiCall call)
    {
        if (call.Text("url") is { } url && !IsAddress(url))
            throw StripeApiException.Invalid("Invalid URL: An explicit scheme (such as https) must be provided.", "url_invalid", "url");
        foreach (var type in call.Parameters["enabled_events"] as JsonArray ?? [])
        {
            if (type!.GetValue<string>() is var name && name != "*" && !EventTypes.IsName(name))
                throw StripeApiException.Invalid($"Invalid event type: {name}", parameter: "enabled_events");
        }
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                && address.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            // A host name that no name server takes.
            return false;
        }
    }

    private static IEnumerable<JsonObject> Own(ApiCall call)
    {
        if (call.Options.WebhookAddress is not { } address)
            yield break;
        var created = call.Store.Find(ObjectKind.Account, DemoSeed.Platform)!["created"]!.GetValue<long>();
        foreach (var of in new[] { "Platform", "Connect" })
            yield return Endpoint("we_1Sandbox" + of, address.ToString(), created, new JsonArray("*"));
    }

    private static JsonObject Endpoint(string id, string url, long created, JsonNode events) => new()
    {
        ["id"] = id,
        ["object"] = "webhook_endpoint",
        ["api_version"] = ApiVersions.Latest,
        ["application"] = null,
        ["created"] = created,
        ["description"] = null,
        ["enabled_events"] = events,
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["status"] = "enabled",
        ["url"] = url,
    };
}
