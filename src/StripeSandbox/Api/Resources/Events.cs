using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>https://docs.stripe.com/api/events</summary>
internal static class Events
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("GET", "/v1/events", new(Lists.Parameters("type"), StringComparer.Ordinal)
        {
            ["delivery_success"] = new BooleanField(),
            ["types"] = new ListField(new TextField()),
        }, List),
        new("GET", "/v1/events/{id}", [], call => call.Find(ObjectKind.Event, "event")),
    ];

    private static JsonObject List(ApiCall call)
    {
        if (call.Text("type") is { } type)
        {
            if (call.Parameters["types"] is not null)
                throw StripeApiException.Invalid("You may pass either `type` or `types`, but not both.", parameter: "type");
            // Documented: an event's name, or a group of them with a star for the last word.
            if (type.Contains('*', StringComparison.Ordinal) && !(type.EndsWith(".*", StringComparison.Ordinal) && type.Count('*') == 1))
                throw StripeApiException.Invalid($"Invalid event type: {type}", parameter: "type");
        }

        if (call.Parameters["types"] is JsonArray types)
        {
            if (types.Count > 20)
                throw StripeApiException.Invalid("You may pass at most 20 types.", parameter: "types");
            if (types.FirstOrDefault(t => t!.GetValue<string>().Contains('*', StringComparison.Ordinal)) is { } pattern)
                throw StripeApiException.Invalid($"Invalid event type: {pattern}", parameter: "types");
        }

        return Lists.Page(call, ObjectKind.Event, "event", "/v1/events", call.Account, "type", "types");
    }
}
