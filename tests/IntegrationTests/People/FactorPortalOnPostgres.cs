namespace CleanIssuing.IntegrationTests.People;

public sealed class FactorPortalOnPostgres : FactorPortal
{
    protected override bool UsesPostgres => true;
}
