namespace CleanIssuing.IntegrationTests.StripeSync;

public sealed class OperationTestsOnPostgres(InStepPortalOnPostgres portal)
    : OperationTests(portal), IClassFixture<InStepPortalOnPostgres>;
