namespace CleanIssuing.Application.StripeSync.Webhooks;

/// <summary>Which of Stripe's webhook endpoints an event can have come through (https://docs.stripe.com/connect/webhooks).</summary>
[Flags]
public enum WebhookSources
{
    None = 0,

    /// <summary>The endpoint for the platform's own account: its events name no account.</summary>
    Platform = 1,

    /// <summary>The endpoint for connected accounts: its events name theirs.</summary>
    Connect = 2,
}
