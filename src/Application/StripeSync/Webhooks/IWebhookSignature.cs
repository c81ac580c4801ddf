namespace CleanIssuing.Application.StripeSync.Webhooks;

/// <summary>Checks that a webhook is Stripe's (https://docs.stripe.com/webhooks#verify-official-libraries).</summary>
public interface IWebhookSignature
{
    bool IsValid(string body, string? signature);
}
