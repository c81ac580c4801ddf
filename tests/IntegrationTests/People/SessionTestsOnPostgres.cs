namespace CleanIssuing.IntegrationTests.People;

public sealed class SessionTestsOnPostgres(SessionPortalOnPostgres portal) : SessionTests(portal), IClassFixture<SessionPortalOnPostgres>;
