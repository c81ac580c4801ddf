using CleanIssuing.IntegrationTests.Common;
using Microsoft.Playwright;
using Stripe.Issuing;
using static Microsoft.Playwright.Assertions;

namespace CleanIssuing.IntegrationTests.Browser;

/// <summary>Cards are chosen over several pages of a list, and something is done to all of them.</summary>
[Collection(BrowserTests.Name)]
public class SelectionTests(Chromium chromium, PortalFixture portal)
{
    private const int PageSize = Application.Cards.SearchCards.PageSize;

    [SkippableFact]
    public async Task What_is_chosen_on_one_page_stays_chosen_on_the_next_and_all_that_match_can_be()
    {
        await NewCardsAsync(PageSize + 3);
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync("/cards?text=selma");
        var (page, dock) = (tab.Page, tab.Page.Locator("#selection"));
        await Expect(dock).ToBeHiddenAsync();

        await Boxes(page).First.CheckAsync();
        await Expect(dock).ToContainTextAsync("1 selected");
        await page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await Expect(dock).ToContainTextAsync("1 selected, 0 of them on this page");
        await Boxes(page).First.CheckAsync();
        await Expect(dock).ToContainTextAsync("2 selected, 1 of them on this page");
        await tab.ShouldBeAccessibleAsync("cards with a selection");
        await page.GetByRole(AriaRole.Link, new() { Name = "Previous" }).ClickAsync();
        await Expect(Boxes(page).First).ToBeCheckedAsync();

        await page.GetByLabel("Select all cards on this page").CheckAsync();
        await Expect(dock).ToContainTextAsync($"{PageSize + 1} selected, {PageSize} of them on this page");
        await dock.GetByRole(AriaRole.Button, new() { Name = "Select all" }).ClickAsync();
        await Expect(dock).ToContainTextAsync($"{PageSize + 3} selected");

        await dock.GetByRole(AriaRole.Button, new() { Name = "Freeze" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Freeze {PageSize + 3} cards?" })).ToBeVisibleAsync();
        await tab.ShouldBeAccessibleAsync("freeze many cards");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Freeze {PageSize + 3} cards" }).ClickAsync();
        await Expect(page.GetByText("Finished.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo this edit" }).ClickAsync();
        await Expect(page.GetByText($"of {PageSize + 3} cards done. Finished.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.GotoAsync("/cards");
        await Expect(dock).ToBeHiddenAsync();
    }

    private static ILocator Boxes(IPage page) => page.Locator("tbody input[name=card]");

    private async Task NewCardsAsync(int count)
    {
        var holder = await new CardholderService(portal.Stripe()).CreateAsync(new()
        {
            Name = "Selma Many",
            Type = "individual",
            Individual = new() { FirstName = "Selma", LastName = "Many" },
            Billing = new() { Address = new() { Line1 = "1 Main St", City = "Boston", PostalCode = "02110", Country = "US" } },
        });
        var cards = new CardService(portal.Stripe());
        for (var i = 0; i < count; i++)
            await cards.CreateAsync(new() { Cardholder = holder.Id, Currency = "usd", Type = "virtual", Status = "active" });
        await portal.UntilAsync(() => portal.Text($"SELECT COUNT(*) FROM Cards WHERE CardholderId = '{holder.Id}'") == $"{count}");
    }
}
