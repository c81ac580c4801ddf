namespace CleanIssuing.IntegrationTests.StripeSync;

public sealed class ImportTestsOnPostgres(InterruptedPortalOnPostgres portal)
    : ImportTests(portal), IClassFixture<InterruptedPortalOnPostgres>;
