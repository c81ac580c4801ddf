using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CleanIssuing.StripeSandbox.Api;

/// <summary>Answers in JSON, a refusal in the form in which Stripe gives it.</summary>
internal static class StripeAnswer
{
    public static async Task WriteAsync(HttpContext context, Func<Task<JsonNode>> handle)
    {
        int status;
        JsonNode answer;
        try
        {
            answer = await handle();
            status = StatusCodes.Status200OK;
        }
        catch (StripeApiException refusal)
        {
            answer = refusal.ToJson();
            status = refusal.Status;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
