using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CleanIssuing.IntegrationTests.Browser;

/// <summary>What admins and viewers do besides cards: overview, cardholders, bulk edits, dead letters.</summary>
[Collection(BrowserTests.Name)]
public class AdminFlowsTests(Chromium chromium, PortalFixture portal)
{
    [SkippableFact]
    public async Task A_dead_letter_is_read_on_a_phone_and_tried_again()
    {
        // Dated too far ahead to be trusted: it is put aside at once.
        var now = portal.Time.GetUtcNow();
        var id = "evt_" + Guid.NewGuid().ToString("N");
        var holder = await new Stripe.Issuing.CardholderService(portal.Stripe()).GetAsync(DemoSeed.Omar);
        var happened = new JsonObject
        {
            ["id"] = id,
            ["object"] = "event",
            ["type"] = "issuing_cardholder.updated",
            ["created"] = now.AddMinutes(20).ToUnixTimeSeconds(),
            ["livemode"] = false,
            ["data"] = new JsonObject { ["object"] = JsonNode.Parse(holder.ToJson()) },
        };
        using var http = new HttpClient { BaseAddress = portal.Origin };
        await http.PostEventAsync(happened.ToJsonString(), now);
        await portal.UntilAsync(() => portal.Text($"SELECT State FROM WebhookEvents WHERE Id = '{id}'") == "DeadLettered");
        await using var tab = await chromium.OpenAsync(portal, new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync("/");
        await tab.Page.Locator("main").GetByRole(AriaRole.Link, new() { NameRegex = new("dead letter") }).ClickAsync();
        await tab.ShouldBeAccessibleAsync("dead letters");
        var row = tab.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = id });
        await Expect(row).ToContainTextAsync("Not trusted: its date is in the future");
        var retry = row.GetByRole(AriaRole.Button, new() { Name = "Try again" });
        (await retry.BoundingBoxAsync())!.X.ShouldBeInRange(0, 390 - 44);

        portal.Time.Advance(TimeSpan.FromMinutes(21));
        await retry.ClickAsync();

        await Expect(tab.Page.Locator("#done")).ToBeVisibleAsync();
        await portal.UntilAsync(() => portal.Text($"SELECT State FROM WebhookEvents WHERE Id = '{id}'") == "Processed");
        await tab.Page.ReloadAsync();
        await Expect(tab.Page.GetByText(id)).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task An_edit_is_found_among_all_of_them_and_undone()
    {
        var card = await portal.NewCardAsync(DemoSeed.Nia);
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync("/cards?text=" + card);
        await tab.Page.Locator($"input[name=card][value={card}]").CheckAsync();
        await tab.Page.Locator("#selection").GetByRole(AriaRole.Button, new() { Name = "Freeze" }).ClickAsync();
        var dialog = tab.Page.GetByRole(AriaRole.Dialog, new() { Name = "Freeze 1 card?" });
        await Expect(dialog).ToBeVisibleAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(tab.Page.Locator("#selection").GetByRole(AriaRole.Button, new() { Name = "Freeze" })).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(dialog).ToBeVisibleAsync();
        await dialog.GetByLabel("Reason").FillAsync("Found again");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Freeze 1 card" }).ClickAsync();
        await Expect(tab.Page.GetByText("Finished.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        (await portal.AtStripeAsync(card)).Status.ShouldBe("inactive");

        await tab.Page.GotoAsync("/cards");
        await tab.Page.Locator(".page-actions .menu > summary").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Bulk edits" }).ClickAsync();
        await Expect(tab.Page.Locator(".sub")).ToContainTextAsync("bulk edit");
        await tab.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Found again" }).GetByRole(AriaRole.Link).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Undo this edit" }).ClickAsync();
        await Expect(tab.Page.GetByText("Finished.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        (await portal.AtStripeAsync(card)).Status.ShouldBe("active");
    }

    [SkippableFact]
    public async Task A_viewer_is_told_that_they_only_view_and_the_month_of_the_overview_is_chosen()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("vera@demo.test");
        await Expect(tab.Page.Locator(".bar-end").GetByText("View only")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Issue a card" })).ToHaveCountAsync(0);

        var last = portal.Time.GetUtcNow().AddMonths(-1);
        var month = last.ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture);
        await tab.Page.Locator(".page-actions .menu > summary").First.ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = $"{month} {last.Year}" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Spent in " + month })).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Cardholders_are_searched_and_sorted_by_each_column()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync("/cardholders");
        foreach (var column in new[] { "Status", "Spent in", "Cards", "Name" })
        {
            await tab.Page.Locator("thead").GetByRole(AriaRole.Link, new() { NameRegex = new("^" + column) }).ClickAsync();
            await Expect(tab.Page.Locator("th[aria-sort=ascending]")).ToContainTextAsync(column);
        }

        await tab.Page.Locator("#text").FillAsync("jenny@");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await Expect(tab.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Jenny Rosen" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Jenny Rosen" })).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task A_card_is_issued_with_a_template_and_never_lives_under_the_default()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync($"/cards/issue?account={DemoSeed.Platform}&cardholder={DemoSeed.Nia}");
        foreach (var step in new[] { 0, 1 })
        {
            var next = tab.Page.Locator(".step").Nth(step).GetByRole(AriaRole.Button, new() { Name = "Continue" });
            if (await next.IsVisibleAsync())
                await next.ClickAsync();
        }

        await tab.Page.GetByLabel("Template (optional)").SelectOptionAsync("travel");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Issue the card" }).ClickAsync();
        await tab.Page.WaitForURLAsync(new Regex("/cards/ic_"));

        var made = await portal.AtStripeAsync(tab.Page.Url.Split('/')[^1].Split('?')[0]);
        made.SpendingControls.AllowedCategories.ShouldNotBeEmpty();
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("Only these categories");
    }

    [SkippableFact]
    public async Task A_decline_leads_its_cardholder_and_an_admin_each_to_what_they_can_do()
    {
        var card = await portal.NewCardAsync();
        var id = await portal.BuyAsync(card, 600_00, "Next Step");
        await using (var tab = await chromium.OpenAsync(portal))
        {
            await tab.SignInAsync("jenny@demo.test");
            await tab.Page.GotoAsync("/purchases/" + id);
            await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "What you can do" })).ToBeVisibleAsync();
            await Expect(tab.Page.Locator(".cta")).ToContainTextAsync("Pay $500.00 or less");
            await Expect(tab.Page.Locator(".cta")).ToContainTextAsync("Try again after");
        }

        await using var admin = await chromium.OpenAsync(portal);
        await admin.SignInAsync("admin@demo.test");
        await admin.Page.GotoAsync("/purchases/" + id);
        await admin.ShouldBeAccessibleAsync("a declined purchase, as an admin sees it");
        await admin.Page.Locator(".cta").GetByRole(AriaRole.Link, new() { Name = "Spend controls" }).ClickAsync();
        await Expect(admin.Page).ToHaveURLAsync(new Regex($"/cards/{card}/controls"));
    }

    [SkippableFact]
    public async Task A_purchase_is_simulated_and_led_to()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync($"/cards/{await portal.NewCardAsync()}/simulate");
        await tab.Page.GetByLabel("Amount").FillAsync("700");
        await tab.Page.GetByLabel("Merchant", new() { Exact = true }).FillAsync("Made Up");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Simulate", Exact = true }).ClickAsync();
        await Expect(tab.Page.GetByText("Declined").First).ToBeVisibleAsync();
        await tab.ShouldBeAccessibleAsync("a simulated purchase");
    }

    [SkippableFact]
    public async Task A_change_that_was_not_made_after_all_is_told_as_such()
    {
        var card = await portal.NewCardAsync();
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true; // Chromium logs the 503.
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync($"/cards/{card}/controls");
        portal.Sandbox.Webhooks.Paused = true;
        var address = "/v1/issuing/cards/" + card;
        // It is never made, and the question what became of it fails too; the first read is the editor's own.
        portal.Sandbox.Faults.Add(new Fault(FaultKind.TimeOut, address, 1, Method: "POST"));
        portal.Sandbox.Faults.Add(new Fault(FaultKind.Latency, address, 1, TimeSpan.Zero, "GET"));
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerError, address, 1, Method: "GET"));
        await tab.Page.GetByLabel("Amount").FillAsync("50");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }).ClickAsync();
        await Expect(tab.Page.GetByText("may or may not have been made").First).ToBeVisibleAsync(new() { Timeout = 40_000 });

        portal.Time.Advance(TimeSpan.FromMinutes(3));
        await tab.Page.GotoAsync("/cards/" + card);
        await portal.UntilAsync(() =>
            portal.Text($"SELECT COUNT(*) FROM StripeOperations WHERE Subject = '{card}' AND EndedAt IS NULL") == "0");
        portal.Sandbox.Webhooks.Paused = false;
        await tab.Page.ReloadAsync();

        await Expect(tab.Page.Locator("#settled")).ToContainTextAsync("was not made");
        await tab.ShouldBeAccessibleAsync("a change that was not made");
        portal.Text($"SELECT COUNT(*) FROM ControlChanges WHERE OwnerId = '{card}'").ShouldBe("0");
    }
}
