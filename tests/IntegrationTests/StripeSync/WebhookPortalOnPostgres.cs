namespace CleanIssuing.IntegrationTests.StripeSync;

/// <inheritdoc cref="WebhookPortal" />
public sealed class WebhookPortalOnPostgres : WebhookPortal
{
    protected override bool UsesPostgres => true;
}
