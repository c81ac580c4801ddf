using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>https://docs.stripe.com/api/events</summary>
internal static class Events
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("GET", "/v1/events", Lists.Parameters("type"),
            call => Lists.Page(call, ObjectKind.Event, "event", "/v1/events", call.Account, "type")),
        new("GET", "/v1/events/{id}", [], call => call.Store.Find(ObjectKind.Event, call.Id, call.Account)
            ?? throw StripeApiException.Missing("event", call.Id)),
    ];
}
