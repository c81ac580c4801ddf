namespace CleanIssuing.IntegrationTests.StripeSync.Exploring;

public sealed class ScheduleTestsOnPostgres(InStepPortalOnPostgres portal) : ScheduleTests(portal), IClassFixture<InStepPortalOnPostgres>
{
    protected override int Schedulings => 80;
}
