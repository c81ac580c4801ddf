namespace CleanIssuing.IntegrationTests.StripeSync;

public sealed class WebhookTestsOnPostgres(WebhookPortalOnPostgres portal) : WebhookTests(portal), IClassFixture<WebhookPortalOnPostgres>
{
    protected override int Holders => 20;
}
