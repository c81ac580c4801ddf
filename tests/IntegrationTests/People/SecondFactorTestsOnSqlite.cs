namespace CleanIssuing.IntegrationTests.People;

public sealed class SecondFactorTestsOnSqlite(FactorPortal portal) : SecondFactorTests(portal), IClassFixture<FactorPortal>;
