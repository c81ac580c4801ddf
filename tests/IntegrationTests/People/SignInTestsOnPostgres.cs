using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.People;

public sealed class SignInTestsOnPostgres(PostgresPortal portal) : SignInTests(portal), IClassFixture<PostgresPortal>;
