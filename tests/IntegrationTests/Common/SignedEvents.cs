using System.Net;
using System.Text;
using CleanIssuing.StripeSandbox;

namespace CleanIssuing.IntegrationTests.Common;

internal static class SignedEvents
{
    /// <summary>Sends an event as Stripe does.</summary>
    public static async Task<HttpStatusCode> PostEventAsync(this HttpClient portal, string body, DateTimeOffset signedAt)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        content.Headers.Add("Stripe-Signature", Webhooks.Sign(body, Sandbox.WebhookSecret, signedAt));
        using var answer = await portal.PostAsync("/webhooks/stripe", content);
        return answer.StatusCode;
    }
}
