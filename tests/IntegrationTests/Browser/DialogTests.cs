using System.Text.RegularExpressions;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CleanIssuing.IntegrationTests.Browser;

/// <summary>What cannot be undone is asked in a dialog, and what was done can be taken back where it is told.</summary>
[Collection(BrowserTests.Name)]
public class DialogTests(Chromium chromium, PortalFixture portal)
{
    [SkippableFact]
    public async Task The_arrow_keys_go_through_a_menu_and_Escape_leaves_it()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("jenny@demo.test");
        var summary = tab.Page.Locator("#user-menu summary");
        await summary.FocusAsync();

        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "You", Exact = true })).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Escape");

        await Expect(summary).ToBeFocusedAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task Canceling_is_asked_in_a_dialog_that_escape_closes_and_a_wrong_answer_is_a_page()
    {
        var card = await portal.NewCardAsync();
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true; // Chromium logs the 400.
        await tab.OpenCardAsync("jenny@demo.test", card);
        var dialog = tab.Page.GetByRole(AriaRole.Dialog, new() { NameRegex = new("^Cancel .*[?]$") });
        await OpenAsync(tab, "Cancel card");
        await Expect(dialog).ToBeVisibleAsync();
        await Expect(dialog.GetByLabel("Type the last four digits")).ToBeFocusedAsync();
        await tab.ShouldBeAccessibleAsync("a dialog");

        await tab.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(tab.Page.Locator("#card-actions summary")).ToBeFocusedAsync();

        await OpenAsync(tab, "Cancel card");
        await dialog.GetByRole(AriaRole.Link, new() { Name = "Keep the card" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        (await portal.AtStripeAsync(card)).Status.ShouldBe("active");

        await OpenAsync(tab, "Cancel card");
        await dialog.GetByLabel("Type the last four digits").FillAsync("0");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel the card" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Cancel .*[?]$") })).ToBeVisibleAsync();
        await tab.Page.GetByLabel("Type the last four digits").FillAsync((await portal.AtStripeAsync(card)).Last4);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel the card" }).ClickAsync();
        await Expect(tab.Page.Locator("#done")).ToBeVisibleAsync();
        (await portal.AtStripeAsync(card)).Status.ShouldBe("canceled");
    }

    [SkippableFact]
    public async Task Freezing_is_told_with_an_undo()
    {
        var card = await portal.NewCardAsync();
        await using var tab = await chromium.OpenAsync(portal);
        await tab.OpenCardAsync("jenny@demo.test", card);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Freeze", Exact = true }).ClickAsync();
        await Expect(tab.Page.Locator("#done")).ToContainTextAsync("The card is frozen.");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Freeze", Exact = true })).ToBeVisibleAsync();
        (await portal.AtStripeAsync(card)).Status.ShouldBe("active");
    }

    [SkippableFact]
    public async Task Whether_something_can_be_bought_is_answered_by_the_keyboard_alone()
    {
        var card = await portal.NewCardAsync();
        await using var tab = await chromium.OpenAsync(portal);
        await tab.OpenCardAsync("jenny@demo.test", card);
        await tab.TabToAsync("Can I buy this?");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.GetByLabel("Amount in USD")).ToBeFocusedAsync();
        await tab.Page.Keyboard.TypeAsync("900");
        await tab.TabToAsync("What kind of shop?");
        await tab.Page.Keyboard.TypeAsync("Taxi");
        await tab.TabToAsync("Check");
        await tab.Page.Keyboard.PressAsync("Enter");

        await Expect(tab.Page.GetByText("over the daily limit of $500.00")).ToBeVisibleAsync();
    }

    [SkippableTheory]
    [InlineData("admin@demo.test")]
    [InlineData("jenny@demo.test")]
    public async Task No_page_scrolls_sideways_on_the_narrowest_phone(string email)
    {
        await using var tab = await chromium.OpenAsync(portal, new() { ViewportSize = new() { Width = 320, Height = 640 } });
        await tab.SignInAsync(email);
        string[] pages =
        [
            "/", "/my-cards", "/purchases", "/me",
            "/me/security", "/cards/" + DemoSeed.JennyPhysical, $"/cards/{DemoSeed.JennyPhysical}/check",
            $"/cards/{DemoSeed.JennyPhysical}/cancel", $"/cards/{DemoSeed.JennyPhysical}/name",
        ];
        string[] admins =
        [
            "/cards", "/cards/issue", "/cardholders", "/cardholders/" + DemoSeed.Jenny, "/audit", "/events", "/controls/edits",
            $"/cards/{DemoSeed.JennyPhysical}/controls", $"/cards/{DemoSeed.JennyPhysical}/controls/history",
            $"/cards/{DemoSeed.JennyPhysical}/replace", $"/cards/{DemoSeed.JennyPhysical}/simulate",
        ];
        foreach (var page in email.StartsWith("admin", StringComparison.Ordinal) ? [.. pages, .. admins] : pages)
        {
            await tab.Page.GotoAsync(page);
            (await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320, page);
        }

        await tab.Page.GotoAsync("/purchases");
        await tab.Page.Locator(".list .cover").First.ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "What happened" })).ToBeVisibleAsync();
        (await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320, "a purchase");
    }

    private static async Task OpenAsync(BrowserPage tab, string link)
    {
        await tab.Page.Locator("#card-actions summary").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
    }
}
