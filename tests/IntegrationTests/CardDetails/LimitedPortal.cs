using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.CardDetails;

/// <summary>A portal with the limits it has by default.</summary>
public sealed class LimitedPortal : PortalFixture
{
    protected override IEnumerable<string> Settings => [];
}
