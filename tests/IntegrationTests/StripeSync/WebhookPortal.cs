using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.StripeSync;

/// <summary>A portal of its own: its clock is moved and it gets events of the tests' own.</summary>
public class WebhookPortal : PortalFixture;
