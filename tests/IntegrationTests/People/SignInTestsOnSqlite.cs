using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.People;

public sealed class SignInTestsOnSqlite(PortalFixture portal) : SignInTests(portal), IClassFixture<PortalFixture>;
