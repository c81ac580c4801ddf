namespace CleanIssuing.IntegrationTests.StripeSync.Exploring;

public sealed class ScheduleTestsOnSqlite(InStepPortal portal) : ScheduleTests(portal), IClassFixture<InStepPortal>;
