namespace CleanIssuing.IntegrationTests.SpendControls;

public sealed class CardholderControlsTestsOnSqlite(ControlsPortal portal)
    : CardholderControlsTests(portal), IClassFixture<ControlsPortal>;
