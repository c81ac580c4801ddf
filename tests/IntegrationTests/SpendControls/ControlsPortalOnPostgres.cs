namespace CleanIssuing.IntegrationTests.SpendControls;

/// <inheritdoc cref="ControlsPortal" />
public sealed class ControlsPortalOnPostgres : ControlsPortal
{
    protected override bool UsesPostgres => true;
}
