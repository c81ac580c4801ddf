using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.Authorizations;

public sealed class PurchasesTestsOnSqlite(PortalFixture portal) : PurchasesTests(portal), IClassFixture<PortalFixture>;
