using CleanIssuing.Application.StripeSync.Webhooks;
using Microsoft.Extensions.Options;
using Stripe;

namespace CleanIssuing.Infrastructure.Stripe.StripeSync;

internal sealed class WebhookSignature(IOptions<StripeOptions> options, TimeProvider time) : IWebhookSignature
{
    private const long ToleranceSeconds = 300;

    public bool IsValid(string body, string? signature)
    {
        if (string.IsNullOrEmpty(signature))
            return false;
        foreach (var secret in options.Value.WebhookSecrets)
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
