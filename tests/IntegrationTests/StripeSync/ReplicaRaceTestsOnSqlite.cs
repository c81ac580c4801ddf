namespace CleanIssuing.IntegrationTests.StripeSync;

public sealed class ReplicaRaceTestsOnSqlite(InStepPortal portal) : ReplicaRaceTests(portal), IClassFixture<InStepPortal>;
