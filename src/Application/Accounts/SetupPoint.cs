namespace CleanIssuing.Application.Accounts;

/// <summary>What a portal needs before people can use it.</summary>
public enum SetupPoint
{
    /// <summary>Stripe takes the secret key.</summary>
    Key,

    /// <summary>Stripe Issuing is set up for the account.</summary>
    Issuing,

    /// <summary>The key may do what the portal does; a restricted key names each resource.</summary>
    Permission,

    /// <summary>Accounts are connected; a portal for the platform alone needs none.</summary>
    ConnectedAccounts,

    /// <summary>This machine's clock agrees with Stripe's.</summary>
    Clock,

    /// <summary>The address that people, and Stripe, reach the portal at.</summary>
    PublicOrigin,

    /// <summary>Stripe sends events to this portal.</summary>
    Webhooks,

    /// <summary>They are the events that the portal handles.</summary>
    WebhookEvents,

    /// <summary>They speak the API version that the portal reads.</summary>
    WebhookVersion,

    /// <summary>There is a secret to check events with.</summary>
    WebhookSecrets,

    /// <summary>Stripe's scripts can be loaded.</summary>
    Scripts,
}
