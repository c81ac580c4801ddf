namespace CleanIssuing.IntegrationTests.People;

public sealed class SessionPortalOnPostgres : SessionPortal
{
    protected override bool UsesPostgres => true;
}
