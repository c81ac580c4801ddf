using CleanIssuing.Application.Authorizations;
using CleanIssuing.IntegrationTests.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CleanIssuing.IntegrationTests.Browser;

/// <summary>What is bought while a page is open appears in it.</summary>
[Collection(BrowserTests.Name)]
public class LivePurchasesTests(Chromium chromium, PortalFixture portal)
{
    [SkippableFact]
    public async Task Ten_tabs_show_a_purchase_by_one_stream_and_all_go_on_working()
    {
        var card = await portal.NewCardAsync();
        await StreamsAsync(0);
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("jenny@demo.test");
        var pages = new List<IPage> { tab.Page };
        while (pages.Count < 10)
            pages.Add(await tab.Context.NewPageAsync());
        // Browsers open six connections to a site over HTTP/1.1: ten streams would leave none for anything else.
        foreach (var page in pages)
            await page.GotoAsync("/purchases");
        await StreamsAsync(1);

        await portal.BuyAsync(card, 12_34, "Ten Tabs");

        foreach (var page in pages)
        {
            await Expect(page.Locator(".item.is-new").GetByText("Ten Tabs")).ToBeVisibleAsync();
            await Expect(page.Locator("#live-announcements")).ToHaveTextAsync("$12.34 at Ten Tabs, pending.");
        }

        foreach (var page in pages)
        {
            await page.GotoAsync("/cards/" + card);
            await Expect(page.GetByText("Ten Tabs")).ToBeVisibleAsync();
        }

        await StreamsAsync(1);
        // Whichever tab listened: another takes over.
        var last = pages[^1];
        foreach (var page in pages.SkipLast(1))
        {
            await page.CloseAsync();
            await StreamsAsync(1);
        }

        await portal.BuyAsync(card, 600_00, "Too Dear");
        // Whoever takes over while it is made reads the page anew, whatever was told meanwhile.
        await Expect(last.GetByText("Too Dear", new() { Exact = true })).ToBeVisibleAsync();
        await BrowserPage.SignOutAsync(last);
        await Expect(last.GetByLabel("Password")).ToBeVisibleAsync();
        await StreamsAsync(0);
    }

    [SkippableFact]
    public async Task What_is_left_to_spend_follows_and_the_focus_stays()
    {
        var card = await portal.NewCardAsync();
        await StreamsAsync(0);
        await portal.BuyAsync(card, 10_00, "Before");
        await using var tab = await chromium.OpenAsync(portal);
        await tab.OpenCardAsync("jenny@demo.test", card);
        await Expect(tab.Page.Locator(".hero")).ToContainTextAsync("$490");
        await StreamsAsync(1);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Before" }).FocusAsync();

        await portal.BuyAsync(card, 40_00, "During");

        await Expect(tab.Page.Locator(".hero")).ToContainTextAsync("$450");
        await Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Before" })).ToBeFocusedAsync();
    }

    [SkippableFact]
    public async Task Where_no_stream_comes_through_the_page_looks_by_itself()
    {
        var card = await portal.NewCardAsync();
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true;
        await tab.SignInAsync("jenny@demo.test");
        await tab.Page.Clock.InstallAsync();
        await tab.Context.RouteAsync("**/purchases/live", route => route.FulfillAsync(new() { Status = 502 }));
        await tab.Page.GotoAsync("/cards/" + card);
        await portal.BuyAsync(card, 7_00, "Without A Stream");
        await Expect(tab.Page.GetByText("No purchase yet.")).ToBeVisibleAsync();

        await tab.Page.Clock.RunForAsync(15_000);

        await Expect(tab.Page.GetByText("Without A Stream")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task A_hidden_tab_listens_to_nothing_and_catches_up_when_it_is_seen_again()
    {
        var card = await portal.NewCardAsync();
        await StreamsAsync(0);
        await using var tab = await chromium.OpenAsync(portal);
        await tab.OpenCardAsync("jenny@demo.test", card);
        await StreamsAsync(1);

        await HideAsync(isHidden: true);
        await StreamsAsync(0);
        await portal.BuyAsync(card, 8_00, "While Hidden");
        await Expect(tab.Page.GetByText("No purchase yet.")).ToBeVisibleAsync();
        await HideAsync(isHidden: false);

        await Expect(tab.Page.GetByText("While Hidden")).ToBeVisibleAsync();
        await StreamsAsync(1);

        // A browser without a window hides no tab by itself.
        Task HideAsync(bool isHidden) => tab.Page.EvaluateAsync(
            """
            (isHidden) => {
              Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
              document.dispatchEvent(new Event('visibilitychange'));
            }
            """,
            isHidden);
    }

    private async Task StreamsAsync(int count) =>
        await portal.UntilAsync(() => portal.Portal.App.Services.GetRequiredService<IPurchaseFeed>().Listeners == count);
}
