namespace CleanIssuing.IntegrationTests.StripeSync;

public sealed class ClockTestsAhead(AheadPortal portal) : ClockTests(portal), IClassFixture<AheadPortal>;
