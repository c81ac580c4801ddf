namespace CleanIssuing.IntegrationTests.StripeSync;

public sealed class ImportTestsOnSqlite(InterruptedPortal portal) : ImportTests(portal), IClassFixture<InterruptedPortal>;
