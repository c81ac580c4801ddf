namespace CleanIssuing.IntegrationTests.SpendControls;

public sealed class CardholderControlsTestsOnPostgres(ControlsPortalOnPostgres portal)
    : CardholderControlsTests(portal), IClassFixture<ControlsPortalOnPostgres>;
