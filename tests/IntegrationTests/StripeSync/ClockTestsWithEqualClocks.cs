namespace CleanIssuing.IntegrationTests.StripeSync;

public sealed class ClockTestsWithEqualClocks(InStepPortal portal) : ClockTests(portal), IClassFixture<InStepPortal>;
