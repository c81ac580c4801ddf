namespace CleanIssuing.IntegrationTests.StripeSync;

public sealed class WebhookTestsOnSqlite(WebhookPortal portal) : WebhookTests(portal), IClassFixture<WebhookPortal>;
