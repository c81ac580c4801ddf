using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.Cards;

public sealed class ManageCardsTestsOnPostgres(PostgresPortal portal) : ManageCardsTests(portal), IClassFixture<PostgresPortal>;
