namespace CleanIssuing.Application.StripeSync.Webhooks;

/// <summary>Why an event of Stripe's is not trusted.</summary>
public enum WebhookDoubt
{
    /// <summary>It says that it happened later than the clocks can differ.</summary>
    CreatedInFuture,

    /// <summary>It brings an object of another account, or one that belongs to an object of another account.</summary>
    AccountDiffers,
}
