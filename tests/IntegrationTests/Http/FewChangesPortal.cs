using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.Http;

/// <summary>A portal that takes few changes a minute.</summary>
public sealed class FewChangesPortal : PortalFixture
{
    protected override IEnumerable<string> Settings => [.. base.Settings, "--Portal:Limits:ChangesPerUser=3"];
}
