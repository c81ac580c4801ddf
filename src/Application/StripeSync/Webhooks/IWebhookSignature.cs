namespace CleanIssuing.Application.StripeSync.Webhooks;

/// <summary>Checks that a webhook is Stripe's (https://docs.stripe.com/webhooks#verify-official-libraries).</summary>
public interface IWebhookSignature
{
    /// <returns>Whose secret signed it; none where it is not Stripe's.</returns>
    WebhookSources Verify(string body, string? signature);
}
