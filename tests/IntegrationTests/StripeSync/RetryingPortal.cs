using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.StripeSync;

/// <summary>A portal whose calls to Stripe are tried twice.</summary>
public sealed class RetryingPortal : PortalFixture
{
    protected override IEnumerable<string> Settings => [.. base.Settings, "--Stripe:MaxNetworkRetries=1"];
}
