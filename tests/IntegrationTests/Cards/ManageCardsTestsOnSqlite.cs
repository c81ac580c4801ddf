using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.Cards;

[Collection(SharedPortal.Name)]
public sealed class ManageCardsTestsOnSqlite(PortalFixture portal) : ManageCardsTests(portal);
