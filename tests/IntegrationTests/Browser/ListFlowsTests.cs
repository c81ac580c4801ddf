using System.Text.RegularExpressions;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CleanIssuing.IntegrationTests.Browser;

/// <summary>How somebody finds their way: through lists, accounts, and what they have chosen for themselves.</summary>
[Collection(BrowserTests.Name)]
public class ListFlowsTests(Chromium chromium, PortalFixture portal)
{
    [SkippableFact]
    public async Task Purchases_are_searched_filtered_by_chips_paged_both_ways_and_exported()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("jenny@demo.test");
        await tab.Page.GotoAsync("/purchases");
        var page = tab.Page;
        await Expect(page.Locator("#month")).ToContainTextAsync("By category");
        await Expect(page.Locator("#month")).ToContainTextAsync("By card");

        var first = await page.Locator(".list .cover").First.GetAttributeAsync("href");
        await page.GetByRole(AriaRole.Link, new() { Name = "Older" }).ClickAsync();
        await Expect(page.Locator($"a[href='{first}']")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Newer" }).ClickAsync();
        await Expect(page.Locator($"a[href='{first}']")).ToBeVisibleAsync();

        await page.Locator("#text").FillAsync("hotel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await Expect(page.Locator(".list .cover").First).ToContainTextAsync("Hotel");
        await page.Locator(".filter-more > summary").ClickAsync();
        await page.GetByLabel("State", new() { Exact = true }).SelectOptionAsync("declined");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        var chip = page.GetByRole(AriaRole.Link, new() { NameRegex = Pattern("^State Declined") });
        await Expect(chip).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(Pattern("text=hotel.*state=declined"));
        await chip.ClickAsync();
        await Expect(chip).ToHaveCountAsync(0);
        await Expect(page.Locator("#text")).ToHaveValueAsync("hotel");

        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Export CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await file.PathAsync());
        lines.Length.ShouldBeGreaterThan(2);
        lines.Skip(1).ShouldAllBe(line => line.Contains("Hotel", StringComparison.OrdinalIgnoreCase));
    }

    [SkippableFact]
    public async Task Columns_sort_and_the_log_is_searched_by_the_name_of_a_person()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync("/cards");
        await tab.Page.Locator("thead").GetByRole(AriaRole.Link, new() { Name = "Cardholder" }).ClickAsync();
        await Expect(tab.Page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("Cardholder");
        await Expect(tab.Page.Locator("#cards tbody tr").First).ToContainTextAsync("Jenny Rosen");
        await tab.Page.Locator("thead").GetByRole(AriaRole.Link, new() { Name = "Cardholder" }).ClickAsync();
        await Expect(tab.Page.Locator("th[aria-sort=descending]")).ToContainTextAsync("Cardholder");
        await Expect(tab.Page.Locator("#cards tbody tr").First).Not.ToContainTextAsync("Jenny Rosen");

        await tab.Page.GotoAsync("/audit");
        await tab.Page.Locator("#text").FillAsync("ada plat");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await Expect(tab.Page.Locator(".audit .item").First).ToContainTextAsync("Ada Platform");
        await tab.Page.Locator(".filter-more > summary").ClickAsync();
        await tab.Page.GetByLabel("Action", new() { Exact = true }).SelectOptionAsync("card.cancel");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Nothing matches" })).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { NameRegex = Pattern("^Action ") }).ClickAsync();
        await Expect(tab.Page.Locator(".audit .item").First).ToContainTextAsync("signed in");
    }

    [SkippableFact]
    public async Task Who_sees_many_accounts_finds_one_by_its_name_and_stays_in_it()
    {
        const string Email = "many@demo.test";
        for (var i = 0; i < 8; i++)
            portal.Execute($"INSERT INTO Accounts (Id, Name, Kind, Currency, CollectsRequirements) VALUES ('acct_1Many{i}', 'Branch {i}', "
                + "'Connected', 'usd', 0)");
        string[] accounts = [DemoSeed.Platform, .. Enumerable.Range(0, 8).Select(i => "acct_1Many" + i)];
        foreach (var account in accounts)
            await portal.Portal.App.Services.SendAsSystemAsync(
                new AddPerson(Email, "Manya Accounts", DemoPeople.Password, AccountId.Parse(account), Role.Admin), CancellationToken.None);
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync(Email);
        var menu = tab.Page.Locator("#account-switcher");

        await menu.Locator("summary").ClickAsync();
        await tab.ShouldBeAccessibleAsync("many accounts");
        await menu.GetByLabel("Find an account").FillAsync("fern");
        await Expect(menu.GetByRole(AriaRole.Link)).ToHaveCountAsync(1);
        await menu.GetByRole(AriaRole.Link, new() { Name = "Fernweh Travel" }).ClickAsync();
        await Expect(menu.Locator("summary")).ToContainTextAsync("Fernweh Travel");

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Cards", Exact = true }).ClickAsync();
        await tab.Page.Locator("#cards tbody a").First.ClickAsync();
        await Expect(menu.Locator("summary")).ToContainTextAsync("Fernweh Travel");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Purchases", Exact = true }).ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(Pattern($"/purchases[?]account={DemoSeed.Platform}$"));
    }

    [SkippableFact]
    public async Task What_needs_attention_leads_to_where_it_is_dealt_with_and_shares_to_their_purchases()
    {
        var card = await portal.DeliveredCardAsync(DemoSeed.Nia);
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");

        await tab.Page.Locator("section[aria-labelledby=attention]").GetByRole(AriaRole.Link, new() { NameRegex = Pattern("delivered") })
            .ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(Pattern("/cards[?]need=activation"));
        await Expect(tab.Page.Locator($"#cards input[value={card}]")).ToBeVisibleAsync();

        await tab.Page.GotoAsync("/");
        var share = tab.Page.GetByRole(AriaRole.Region, new() { Name = "Top merchants" }).Locator(".item").First;
        var (merchant, count) = (await share.Locator(".cover").InnerTextAsync(), await share.Locator(".e .s").InnerTextAsync());
        await share.Locator(".cover").ClickAsync();
        await Expect(tab.Page.Locator(".list .cover").First).ToContainTextAsync(merchant);
        await Expect(tab.Page.Locator(".foot")).ToContainTextAsync(count);
    }

    [SkippableFact]
    public async Task A_card_is_found_by_its_name_and_by_how_it_stands_and_replaced()
    {
        var card = await portal.NewCardAsync(DemoSeed.Nia);
        portal.Execute($"INSERT INTO CardLabels (CardId, AccountId, Name, Color) VALUES ('{card}', '{DemoSeed.Platform}', 'Fairground', "
            + "'Plum')");
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync("/cards?status=frozen");
        await Expect(tab.Page.Locator("#cards tbody tr").Filter(new() { HasText = "Frozen" }).First).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("#cards tbody tr").Filter(new() { HasText = "Active" })).ToHaveCountAsync(0);
        await tab.Page.GotoAsync("/cards");
        await tab.Page.Locator("#text").FillAsync("fairgr");
        await tab.Page.Locator("#text").PressAsync("Enter");
        await Expect(tab.Page.Locator("#cards tbody tr")).ToHaveCountAsync(1);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Fairground" }).ClickAsync();

        await tab.Page.Locator("#card-actions summary").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Replace" }).ClickAsync();
        var dialog = tab.Page.GetByRole(AriaRole.Dialog, new() { Name = "Replace a card" });
        await dialog.GetByRole(AriaRole.Radio).First.CheckAsync();
        await tab.ShouldBeAccessibleAsync("replace a card");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Replace the card" }).ClickAsync();

        await Expect(tab.Page.Locator("#done")).ToBeVisibleAsync();
        portal.CardsAtStripe(DemoSeed.Nia).ShouldBeGreaterThan(1);
    }

    [SkippableFact]
    public async Task Theme_zone_and_format_are_the_persons_own_choice()
    {
        await using var tab = await chromium.OpenAsync(portal, new() { ColorScheme = ColorScheme.Light });
        await tab.SignInAsync("omar@demo.test");
        await tab.Page.Locator("#user-menu summary").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        await Expect(tab.Page.Locator("html")).ToHaveClassAsync("theme-dark");
        (await tab.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldBe("rgb(15, 16, 18)");

        await tab.Page.Locator("#user-menu summary").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Time zone and dates" }).ClickAsync();
        await tab.Page.GetByLabel("Time zone").SelectOptionAsync("Asia/Kuwait");
        await tab.Page.GetByLabel("Date format").SelectOptionAsync("en-GB");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(tab.Page.Locator("#done")).ToBeVisibleAsync();
        await tab.Page.GotoAsync("/purchases");
        await Expect(tab.Page.GetByText("times in Kuwait (UTC+3)")).ToBeVisibleAsync();
        await Expect(tab.Page.Locator(".list .s").First).ToHaveTextAsync(Pattern("[0-2][0-9]:[0-5][0-9]"));
    }

    [SkippableFact]
    public async Task Cards_of_two_currencies_are_changed_in_groups_and_many_are_canceled_once_counted()
    {
        var (dollars, dinars) = (await portal.NewCardAsync(DemoSeed.Omar), await portal.NewCardAsync(DemoSeed.Omar, "kwd"));
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true; // Chromium logs the 400.
        await tab.SignInAsync("admin@demo.test");
        await ChooseAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Edit controls" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "1 card in USD" })).ToBeVisibleAsync();
        await tab.ShouldBeAccessibleAsync("groups of currencies");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "1 card in KWD" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Spend controls of 1 card" })).ToBeVisibleAsync();

        await ChooseAsync();
        await tab.Page.Locator("#selection").GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        var cancel = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel 2 cards" });
        await tab.ShouldBeAccessibleAsync("cancel many cards");
        await tab.Page.GetByLabel("Reason").FillAsync("The trip is over");
        await tab.Page.GetByLabel("Type 2, the number of cards").FillAsync("3");
        await cancel.ClickAsync();
        await Expect(tab.Page.GetByLabel("Type 2, the number of cards")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(tab.Page.GetByLabel("Reason")).ToHaveValueAsync("The trip is over");
        await tab.Page.GetByLabel("Type 2, the number of cards").FillAsync("2");
        await cancel.ClickAsync();
        await Expect(tab.Page.GetByText("2 of 2 cards done. Finished.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        (await portal.AtStripeAsync(dollars)).Status.ShouldBe("canceled");
        (await portal.AtStripeAsync(dinars)).Status.ShouldBe("canceled");

        async Task ChooseAsync()
        {
            await tab.Page.GotoAsync("/cards?text=omar&sort=newest");
            await tab.Page.Locator($"input[value={dollars}]").CheckAsync();
            await tab.Page.Locator($"input[value={dinars}]").CheckAsync();
        }
    }

    [SkippableFact]
    public async Task What_is_typed_before_many_cards_are_frozen_outlives_the_session()
    {
        var card = await portal.NewCardAsync(DemoSeed.Nia);
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await FreezeAsync();
        await tab.Page.GetByLabel("Reason").FillAsync("Until the audit is over");
        await tab.Context.ClearCookiesAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Freeze 1 card" }).ClickAsync();
        await Expect(tab.Page.GetByText("Sign in to continue.")).ToBeVisibleAsync();

        await tab.SignInAsync("admin@demo.test");
        await FreezeAsync(isChosen: true);

        await Expect(tab.Page.GetByText("We restored your unsaved changes.")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByLabel("Reason")).ToHaveValueAsync("Until the audit is over");

        async Task FreezeAsync(bool isChosen = false)
        {
            await tab.Page.GotoAsync("/cards?text=nia");
            var box = tab.Page.Locator($"input[value={card}]");
            if (isChosen)
                await Expect(box).ToBeCheckedAsync();
            else
                await box.CheckAsync();
            await tab.Page.Locator("#selection").GetByRole(AriaRole.Button, new() { Name = "Freeze" }).ClickAsync();
            await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Freeze 1 card?" })).ToBeVisibleAsync();
        }
    }

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
}
