namespace CleanIssuing.IntegrationTests.StripeSync;

/// <inheritdoc cref="InStepPortal" />
public sealed class InStepPortalOnPostgres : InStepPortal
{
    protected override bool UsesPostgres => true;
}
