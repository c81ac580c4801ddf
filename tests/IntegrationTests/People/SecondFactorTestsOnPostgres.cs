namespace CleanIssuing.IntegrationTests.People;

public sealed class SecondFactorTestsOnPostgres(FactorPortalOnPostgres portal) : SecondFactorTests(portal),
    IClassFixture<FactorPortalOnPostgres>;
