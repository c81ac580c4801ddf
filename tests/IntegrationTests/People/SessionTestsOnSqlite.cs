namespace CleanIssuing.IntegrationTests.People;

public sealed class SessionTestsOnSqlite(SessionPortal portal) : SessionTests(portal), IClassFixture<SessionPortal>;
