namespace CleanIssuing.IntegrationTests.StripeSync;

public sealed class ClockTestsOnPostgres(InStepPortalOnPostgres portal) : ClockTests(portal), IClassFixture<InStepPortalOnPostgres>;
