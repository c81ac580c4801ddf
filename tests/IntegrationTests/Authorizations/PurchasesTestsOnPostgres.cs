using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.Authorizations;

public sealed class PurchasesTestsOnPostgres(PostgresPortal portal) : PurchasesTests(portal), IClassFixture<PostgresPortal>;
