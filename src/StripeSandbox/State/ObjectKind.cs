namespace CleanIssuing.StripeSandbox.State;

/// <summary>The kinds of things that are kept.</summary>
internal enum ObjectKind
{
    Account,
    Cardholder,
    Card,
    EphemeralKey,
    Nonce,
    IdempotentAnswer,
    Authorization,
    Transaction,
    Event,
    AccountSession,
    WebhookEndpoint,
    Dispute,
    Token,
}
