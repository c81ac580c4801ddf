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

    [Fact]
    public async Task While_past_purchases_are_read_pages_say_how_far_that_has_come()
    {
        await portal.UntilAsync(() => portal.Text("SELECT COUNT(*) FROM ImportCursors WHERE NOT EverFinished") == "0");
        using var ada = await portal.SignedInAsync("admin@demo.test");
        (await ada.GetAsync("/purchases")).ShouldNotContain("history-import");
        var last = portal.Text($"SELECT Id FROM Authorizations WHERE AccountId = '{DemoSeed.Platform}' ORDER BY CreatedAt LIMIT 1");
        var open = $"WHERE Step = 'Authorizations' AND AccountId = '{DemoSeed.Platform}'";

        try
        {
            // One that has not begun may be of an account without Issuing.
            portal.Execute($"UPDATE ImportCursors SET After = NULL, Finished = 0, EverFinished = 0 {open}");
            (await ada.GetAsync("/purchases")).ShouldNotContain("history-import");
            portal.Execute($"UPDATE ImportCursors SET After = '{last}' {open}");
            using var jenny = await portal.SignedInAsync("jenny@demo.test");
            foreach (var (person, page) in new[] { (ada, "/"), (ada, "/purchases"), (jenny, "/purchases") })
                (await person.GetAsync(page)).ShouldMatch("Past purchases are being read from Stripe, back to [A-Z][a-z]+ \\d+.* so far");
            using var lea = await portal.SignedInAsync("lea@demo.test");
            (await lea.GetAsync("/purchases")).ShouldNotContain("history-import");
        }
        finally
        {
            await portal.Portal.App.Services.SendAsSystemAsync(new ImportFromStripe(), CancellationToken.None);
        }

        (await ada.GetAsync("/purchases")).ShouldNotContain("history-import");
    }
}
