namespace CleanIssuing.IntegrationTests.StripeSync;

public sealed class OperationTestsOnSqlite(InStepPortal portal) : OperationTests(portal), IClassFixture<InStepPortal>;
