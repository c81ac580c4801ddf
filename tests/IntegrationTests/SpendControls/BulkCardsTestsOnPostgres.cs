using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.SpendControls;

public sealed class BulkCardsTestsOnPostgres(ControlsPortalOnPostgres portal) : BulkCardsTests(portal),
    IClassFixture<ControlsPortalOnPostgres>;
