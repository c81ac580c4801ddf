namespace CleanIssuing.Application.Accounts;

/// <summary>Asks Stripe what a portal needs to know before it serves anybody. Nothing that is asked changes anything.</summary>
public interface IStripeSetupReader
{
    /// <summary>The events that the portal handles.</summary>
    IReadOnlyList<string> HandledEvents { get; }

    /// <summary>The API version that the portal reads.</summary>
    string ApiVersion { get; }

    /// <summary>Stripe.js and Connect.js.</summary>
    IReadOnlyList<Uri> Scripts { get; }

    /// <summary>How many secrets are set for the platform's own events, and for those of connected accounts.</summary>
    (int Platform, int Connect) WebhookSecrets { get; }

    /// <summary>The platform's account, and how far this machine's clock is ahead of Stripe's.</summary>
    /// <exception cref="ExpectedException">Stripe does not take the key, or does not answer.</exception>
    Task<(AccountId Id, TimeSpan Ahead)> GetPlatformAsync(CancellationToken cancellationToken);

    /// <summary>Whether Issuing is set up; null where the key may not ask.</summary>
    Task<bool?> IsIssuingSetUpAsync(CancellationToken cancellationToken);

    Task<bool> MayAsync(StripePermission permission, CancellationToken cancellationToken);

    Task<bool> HasConnectedAccountsAsync(CancellationToken cancellationToken);

    /// <summary>Null where the key may not list them.</summary>
    Task<IReadOnlyList<WebhookEndpointSetup>?> ListWebhookEndpointsAsync(CancellationToken cancellationToken);

    Task<bool> IsReachableAsync(Uri script, CancellationToken cancellationToken);
}
