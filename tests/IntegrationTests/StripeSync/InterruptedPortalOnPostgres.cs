namespace CleanIssuing.IntegrationTests.StripeSync;

/// <inheritdoc cref="InterruptedPortal" />
public sealed class InterruptedPortalOnPostgres : InterruptedPortal
{
    protected override bool UsesPostgres => true;
}
