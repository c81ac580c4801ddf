using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.Http;

/// <summary>A portal with the limits it has by default.</summary>
public sealed class LimitedPortal : PortalFixture
{
    protected override IEnumerable<string> Settings => [];
}
