using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.Hosting;

/// <summary>A portal with few of everything, that keeps little.</summary>
public sealed class BoundedPortal : PortalFixture
{
    protected override IEnumerable<string> Settings =>
    [
        .. base.Settings, "--Portal:Limits:ExportsPerUser=5", "--Portal:Limits:ReadsPerUser=40", "--Portal:Retention:AuditLog=2.00:00:00",
    ];
}
