using System.Text.RegularExpressions;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CleanIssuing.IntegrationTests.Browser;

/// <summary>While an answer is on its way, a page shows that it works, for however long that takes.</summary>
[Collection(BrowserTests.Name)]
public class SlowLineTests(Chromium chromium, PortalFixture portal)
{
    [SkippableFact]
    public async Task The_way_to_another_page_is_shown()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("jenny@demo.test");
        var arrives = await HoldAsync(tab, "**/purchases");
        var shown = await tab.WatchAsync("html[data-loading]");

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Purchases", Exact = true }).First.DispatchEventAsync("click");

        await shown.WaitAsync(TimeSpan.FromSeconds(15));
        arrives.SetResult();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Purchases", Exact = true })).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("html[data-loading]")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task A_change_that_is_under_way_is_shown_at_its_button_and_sent_once()
    {
        var card = await portal.NewCardAsync();
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync($"/cards/{card}/controls");
        var preview = await HoldAsync(tab, $"**/cards/{card}/controls");
        await tab.Page.GetByLabel("Amount").FillAsync("50");
        await Expect(tab.Page.Locator("#impact")).ToHaveAttributeAsync("aria-busy", "true");
        preview.SetResult();
        await Expect(tab.Page.Locator("#impact[aria-busy]")).ToHaveCountAsync(0);
        await tab.Page.UnrouteAllAsync();
        var sent = 0;
        var saved = await HoldAsync(tab, $"**/cards/{card}/controls", () => sent++);
        var shown = await tab.WatchAsync("#save-bar .is-busy[aria-disabled=true]");

        await tab.Page.EvaluateAsync(
            "() => { const save = document.querySelector('#save-bar .btn-primary'); save.click(); save.click(); }");

        await shown.WaitAsync(TimeSpan.FromSeconds(15));
        saved.SetResult();
        await Expect(tab.Page.Locator("#done")).ToContainTextAsync("$500.00 → $50.00");
        sent.ShouldBe(1);
    }

    [SkippableFact]
    public async Task A_dialog_that_is_fetched_is_shown_at_its_link()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.OpenCardAsync("jenny@demo.test", DemoSeed.JennyVirtual);
        var arrives = await HoldAsync(tab, "**/cancel");
        await tab.Page.Locator("#card-actions summary").ClickAsync();
        var link = tab.Page.GetByRole(AriaRole.Link, new() { Name = "Cancel card" });

        await link.ClickAsync();

        await Expect(link).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("is-busy"));
        arrives.SetResult();
        await Expect(tab.Page.GetByRole(AriaRole.Dialog, new() { NameRegex = new("^Cancel .*[?]$") })).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Card_details_that_are_on_their_way_are_shown_at_their_button()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.OpenCardAsync("jenny@demo.test", DemoSeed.JennyVirtual);
        var arrives = await HoldAsync(tab, "**/ephemeral-keys");

        await tab.ShowDetails.ClickAsync();

        await Expect(tab.ShowDetails).ToHaveAttributeAsync("aria-busy", "true");
        arrives.SetResult();
        await Expect(tab.HideDetails).ToBeVisibleAsync();
    }

    /// <summary>Holds what is asked for back until the answer is completed.</summary>
    private static async Task<TaskCompletionSource> HoldAsync(BrowserPage tab, string address, Action? asked = null)
    {
        var arrives = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await tab.Page.RouteAsync(address, async route =>
        {
            asked?.Invoke();
            await arrives.Task;
            await route.ContinueAsync();
        });
        return arrives;
    }
}
