using CleanIssuing.Application.StripeSync.Import;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;

namespace CleanIssuing.IntegrationTests.StripeSync;

[Collection(SharedPortal.Name)]
public class HistoryImportTests(PortalFixture portal)
{
    [Fact]
    public async Task The_history_brings_what_was_captured_so_that_spend_is_counted_from_it()
    {
        var card = await portal.NewCardAsync();
        var purchases = new global::Stripe.TestHelpers.Issuing.AuthorizationService(portal.Stripe());
        var bought = await purchases.CreateAsync(new() { Card = card, Amount = 5000 });
        await purchases.CaptureAsync(bought.Id, new() { CaptureAmount = 2000 });
        var captured = $"SELECT Amount FROM Transactions WHERE AuthorizationId = '{bought.Id}'";
        await portal.UntilAsync(() => portal.Text(captured) == "-2000");
        portal.Execute($"DELETE FROM Transactions WHERE AuthorizationId = '{bought.Id}'");
        portal.Execute(
            "UPDATE ImportCursors SET After = NULL, Finished = 0, EverFinished = 0 WHERE Step = 'Authorizations' "
            + $"AND AccountId = '{DemoSeed.Platform}'");

        await portal.Portal.App.Services.SendAsSystemAsync(new ImportFromStripe(), CancellationToken.None);

        portal.Text(captured).ShouldBe("-2000");
    }
}
