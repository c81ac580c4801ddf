using System.Text.RegularExpressions;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CleanIssuing.IntegrationTests.Browser;

/// <summary>What a cardholder does with a card, from the day that it arrives to the day that it is lost.</summary>
[Collection(BrowserTests.Name)]
public class CardFlowsTests(Chromium chromium, PortalFixture portal)
{
    [SkippableFact]
    public async Task A_card_that_has_been_delivered_is_activated_with_its_last_four_digits_and_gets_a_name()
    {
        var card = await portal.DeliveredCardAsync(DemoSeed.Nia);
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true; // Chromium logs the 400.
        await tab.SignInAsync("nia@demo.test");

        await tab.Page.Locator($"a[href='/cards/{card}']").GetByText("Activate card").ClickAsync();
        await tab.ShouldBeAccessibleAsync("a card to activate");
        await tab.Page.GetByLabel("Last four digits").FillAsync("0");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Activate" }).ClickAsync();
        await Expect(tab.Page.GetByLabel("Last four digits")).ToHaveAttributeAsync("aria-invalid", "true");
        (await portal.AtStripeAsync(card)).Status.ShouldBe("inactive");
        await tab.Page.GetByLabel("Last four digits").FillAsync((await portal.AtStripeAsync(card)).Last4);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Activate" }).ClickAsync();
        await Expect(tab.Page.Locator("#done")).ToBeVisibleAsync();
        (await portal.AtStripeAsync(card)).Status.ShouldBe("active");

        await tab.Page.Locator("#card-actions summary").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Name and color" }).ClickAsync();
        var dialog = tab.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name (optional)").FillAsync("Client travel");
        await dialog.Locator(".k-plum").ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Client travel" })).ToBeVisibleAsync();
        await tab.Page.GotoAsync("/");
        await Expect(tab.Page.Locator(".pocket").Filter(new() { HasText = "Client travel" })).ToContainTextAsync("Active");
    }

    [SkippableFact]
    public async Task A_lost_card_is_reported_and_stopped_for_good()
    {
        var card = await portal.NewCardAsync();
        await using var tab = await chromium.OpenAsync(portal);
        await tab.OpenCardAsync("jenny@demo.test", card);
        await tab.Page.Locator("#card-actions summary").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Lost or stolen" }).ClickAsync();
        var dialog = tab.Page.GetByRole(AriaRole.Dialog, new() { Name = "Report a lost or stolen card" });
        await dialog.GetByLabel("It was lost").CheckAsync();
        await dialog.GetByLabel("Type the last four digits").FillAsync((await portal.AtStripeAsync(card)).Last4);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel the card" }).ClickAsync();

        await Expect(tab.Page.Locator("#done")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByText("Canceled: lost").First).ToBeVisibleAsync();
        var at = await portal.AtStripeAsync(card);
        (at.Status, at.CancellationReason).ShouldBe(("canceled", "lost"));
    }

    [SkippableFact]
    public async Task A_change_that_Stripe_has_not_confirmed_is_told_while_it_is_open_and_when_it_is_settled()
    {
        var card = await portal.NewCardAsync();
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true; // Chromium logs the 503.
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync($"/cards/{card}/controls");
        portal.Sandbox.Webhooks.Paused = true;
        var address = "/v1/issuing/cards/" + card;
        portal.Sandbox.Faults.Add(new Fault(FaultKind.TimeOutAfter, address, 1, Method: "POST"));
        // The question what became of it fails too; the first read is the editor's own.
        portal.Sandbox.Faults.Add(new Fault(FaultKind.Latency, address, 1, TimeSpan.Zero, "GET"));
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerError, address, 1, Method: "GET"));

        await tab.Page.GetByLabel("Amount").FillAsync("50");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }).ClickAsync();
        await Expect(tab.Page.GetByText("may or may not have been made").First).ToBeVisibleAsync(new() { Timeout = 40_000 });
        await Expect(tab.Page.GetByLabel("Amount")).ToHaveValueAsync("50");
        await tab.Page.GotoAsync("/cards/" + card);
        await Expect(tab.Page.Locator("#pending")).ToContainTextAsync("Change pending.");
        await tab.ShouldBeAccessibleAsync("a change pending");

        portal.Time.Advance(TimeSpan.FromMinutes(3));
        await portal.UntilAsync(() => portal.Text($"SELECT COUNT(*) FROM ControlChanges WHERE OwnerId = '{card}'") == "1");
        portal.Sandbox.Webhooks.Paused = false;
        await tab.Page.ReloadAsync();
        await Expect(tab.Page.Locator("#settled")).ToContainTextAsync("was made: spend controls");
        await tab.ShouldBeAccessibleAsync("a change settled");
        await Expect(tab.Page.Locator("#pending")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task A_memo_is_kept_and_found_again()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("jenny@demo.test");
        await tab.Page.GotoAsync("/purchases?state=approved");
        await tab.Page.Locator(".list .cover").First.ClickAsync();
        await tab.Page.GetByLabel("What was it for?").FillAsync("Breakfast with Acme");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save memo" }).ClickAsync();
        await Expect(tab.Page.Locator("#done")).ToBeVisibleAsync();
        var purchase = tab.Page.Url;

        await tab.Page.GotoAsync("/purchases");
        await tab.Page.Locator("#text").FillAsync("acme");
        await tab.Page.Locator("#text").PressAsync("Enter");

        await Expect(tab.Page.Locator(".list .item")).ToHaveCountAsync(1);
        await tab.Page.Locator(".list .cover").ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(purchase);
        await Expect(tab.Page.GetByLabel("What was it for?")).ToHaveValueAsync("Breakfast with Acme");
    }

    [SkippableFact]
    public async Task Can_I_buy_this_is_answered_in_a_dialog_as_often_as_it_is_asked()
    {
        var card = await portal.NewCardAsync();
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true; // Chromium logs the 400.
        await tab.OpenCardAsync("jenny@demo.test", card);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Can I buy this?" }).ClickAsync();
        var dialog = tab.Page.GetByRole(AriaRole.Dialog, new() { Name = "Can I buy this?" });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Expect(dialog.GetByLabel("Amount in USD")).ToHaveAttributeAsync("aria-invalid", "true");

        await dialog.GetByLabel("Amount in USD").FillAsync("900");
        await dialog.GetByLabel("What kind of shop?").SelectOptionAsync("airlines_air_carriers");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Expect(dialog.GetByText("over the daily limit of $500.00")).ToBeVisibleAsync();
        await Expect(dialog.Locator("[data-answer]")).ToBeFocusedAsync();
        await tab.ShouldBeAccessibleAsync("an answer in a dialog");
        await dialog.GetByLabel("Amount in USD").FillAsync("100");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();

        await Expect(dialog.Locator("[data-answer]")).ToHaveTextAsync(new Regex("Yes", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(dialog).ToContainTextAsync("$400.00");
        await dialog.GetByRole(AriaRole.Link, new() { Name = "Back to the card" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(tab.Page).ToHaveURLAsync(new Regex($"/cards/{card}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }
}
