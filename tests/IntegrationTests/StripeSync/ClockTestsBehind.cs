namespace CleanIssuing.IntegrationTests.StripeSync;

public sealed class ClockTestsBehind(BehindPortal portal) : ClockTests(portal), IClassFixture<BehindPortal>;
