namespace CleanIssuing.IntegrationTests.SpendControls;

public sealed class UpdateSpendControlsTestsOnSqlite(ControlsPortal portal)
    : UpdateSpendControlsTests(portal), IClassFixture<ControlsPortal>;
