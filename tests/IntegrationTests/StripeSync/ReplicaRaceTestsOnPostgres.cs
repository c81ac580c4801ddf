namespace CleanIssuing.IntegrationTests.StripeSync;

public sealed class ReplicaRaceTestsOnPostgres(InStepPortalOnPostgres portal)
    : ReplicaRaceTests(portal), IClassFixture<InStepPortalOnPostgres>;
