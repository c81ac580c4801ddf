namespace CleanIssuing.IntegrationTests.SpendControls;

public sealed class UpdateSpendControlsTestsOnPostgres(ControlsPortalOnPostgres portal)
    : UpdateSpendControlsTests(portal), IClassFixture<ControlsPortalOnPostgres>;
