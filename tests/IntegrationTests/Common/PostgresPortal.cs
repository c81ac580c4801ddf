namespace CleanIssuing.IntegrationTests.Common;

/// <summary>The portal on PostgreSQL.</summary>
public sealed class PostgresPortal : PortalFixture
{
    protected override bool UsesPostgres => true;
}
