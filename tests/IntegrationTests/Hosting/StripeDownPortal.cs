using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.Hosting;

/// <summary>A portal of its own: its Stripe is down.</summary>
public sealed class StripeDownPortal : PortalFixture;
