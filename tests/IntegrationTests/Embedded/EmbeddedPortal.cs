using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.Embedded;

/// <summary>A portal of its own: its clock is moved, and one account has settings of its own.</summary>
public sealed class EmbeddedPortal : PortalFixture
{
    protected override IEnumerable<string> Settings =>
    [
        .. base.Settings, $"--Embedded:Accounts:{DemoSeed.Sakura}:SpendControlManagement=false",
        "--Embedded:DisableStripeUserAuthentication=true",
    ];
}
