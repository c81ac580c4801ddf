using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CleanIssuing.StripeSandbox.Inspection;

/// <summary>
/// What Stripe does not have: the sandbox's routes and event types, and the requests that it was sent. Called with the secret key.
/// </summary>
internal static class InspectionEndpoints
{
    public static void MapInspection(this IEndpointRouteBuilder app, RequestLog requests)
    {
        app.MapGet("/sandbox/routes", context => AnswerAsync(context, () => new JsonObject
        {
            ["routes"] = new JsonArray([.. ApiPipeline.Routes.Select(route => JsonValue.Create(route))]),
            ["events"] = new JsonArray([.. EventTypes.All.Select(type => JsonValue.Create(type))]),
        }));
        app.MapGet("/sandbox/requests", context => AnswerAsync(context, () => new JsonObject
        {
            ["data"] = new JsonArray([.. requests.All.Select(request => request.DeepClone())]),
        }));
    }

    private static Task AnswerAsync(HttpContext context, Func<JsonObject> handle) => StripeAnswer.WriteAsync(context, () =>
    {
        ApiPipeline.Authenticate(context);
        return Task.FromResult<JsonNode>(handle());
    });
}
