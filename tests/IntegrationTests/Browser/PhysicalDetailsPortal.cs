using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.Browser;

/// <summary>A portal that shows physical cards' numbers, and a Stripe that behaves as live mode does.</summary>
public sealed class PhysicalDetailsPortal : PortalFixture
{
    protected override IEnumerable<string> Settings =>
    [
        .. base.Settings, "--Sandbox:LiveBehavior=true",
        "--FeatureManagement:PhysicalCardDetails:EnabledFor:0:Name=Accounts",
        "--FeatureManagement:PhysicalCardDetails:EnabledFor:0:Parameters:Ids:0=" + StripeSandbox.State.DemoSeed.Platform,
    ];
}
