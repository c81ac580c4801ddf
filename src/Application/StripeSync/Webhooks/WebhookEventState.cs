namespace CleanIssuing.Application.StripeSync.Webhooks;

public enum WebhookEventState
{
    Waiting,
    Processed,

    /// <summary>Of a kind that nothing here handles.</summary>
    Ignored,

    /// <summary>It failed again and again; an admin decides when it is tried again.</summary>
    DeadLettered,

    /// <summary>Of an account that is not known here; it waits until the account is.</summary>
    AwaitingAccount,
}
