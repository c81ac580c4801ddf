using CleanIssuing.Application.StripeSync.Webhooks;
using Microsoft.Extensions.Options;
using Stripe;

namespace CleanIssuing.Infrastructure.Stripe.StripeSync;

internal sealed class WebhookSignature(IOptions<StripeOptions> options, TimeProvider time) : IWebhookSignature
{
    private const long ToleranceSeconds = 300;

    public WebhookSources Verify(string body, string? signature) =>
        (IsSigned(body, signature, options.Value.WebhookSecrets) ? WebhookSources.Platform : WebhookSources.None)
        | (IsSigned(body, signature, options.Value.ConnectWebhookSecrets) ? WebhookSources.Connect : WebhookSources.None);

    private bool IsSigned(string body, string? signature, IEnumerable<string> secrets)
    {
        if (string.IsNullOrEmpty(signature))
            return false;
        foreach (var secret in secrets)
        {
            try
            {
                EventUtility.ValidateSignature(body, signature, secret, ToleranceSeconds, time.GetUtcNow().ToUnixTimeSeconds());
                return true;
            }
            catch (StripeException)
            {
                // Not with this one: while a secret is rotated, another may fit.
            }
        }

        return false;
    }
}
