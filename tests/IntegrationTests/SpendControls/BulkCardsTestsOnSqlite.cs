using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.SpendControls;

public sealed class BulkCardsTestsOnSqlite(ControlsPortal portal) : BulkCardsTests(portal), IClassFixture<ControlsPortal>;
