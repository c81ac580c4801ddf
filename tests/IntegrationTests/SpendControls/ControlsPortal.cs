using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.SpendControls;

/// <summary>A portal of its own: its clock is moved, and its Stripe fails on purpose.</summary>
public class ControlsPortal : PortalFixture
{
    protected override IEnumerable<string> Settings => [.. base.Settings, "--Stripe:Timeout=00:00:01.5"];
}
