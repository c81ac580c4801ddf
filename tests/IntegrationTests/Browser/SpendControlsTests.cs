using System.Text.RegularExpressions;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CleanIssuing.IntegrationTests.Browser;

[Collection(BrowserTests.Name)]
public class SpendControlsTests(Chromium chromium, PortalFixture portal)
{
    [SkippableFact]
    public async Task A_daily_limit_is_tried_saved_and_then_declines_and_both_are_told_why()
    {
        var card = await portal.NewCardAsync();
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync($"/cards/{card}/controls");
        await tab.Page.GetByLabel("Amount").FillAsync("50");
        await tab.Page.GetByLabel("Amount").PressAsync("Tab");
        await Expect(tab.Page.Locator("#impact")).ToContainTextAsync("There were no purchases");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }).ClickAsync();
        await Expect(tab.Page.Locator("#done")).ToContainTextAsync("daily limit $500.00 → $50.00");
        await tab.Page.Locator("#card-actions summary").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Simulate a purchase" }).ClickAsync();
        await tab.Page.GetByLabel("Amount").FillAsync("60");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Simulate" }).ClickAsync();

        const string why = "Declined by the daily limit of $50.00: $50.00 was left that day, and $60.00 was asked for.";
        await Expect(tab.Page.Locator("#outcome")).ToContainTextAsync(why);
        await tab.Page.GotoAsync("/cards/" + card);
        await Expect(tab.Page.GetByText(why)).ToBeVisibleAsync();
        await Expect(tab.Page.GetByText("$0.00 of $50.00 today")).ToBeVisibleAsync();

        await using var jenny = await chromium.OpenAsync(portal);
        await jenny.OpenCardAsync("jenny@demo.test", card);
        await Expect(jenny.Page.GetByText(why)).ToBeVisibleAsync();
        await Expect(jenny.Page.GetByText("$0.00 of $50.00 today")).ToBeVisibleAsync();
        await Expect(jenny.Page.GetByRole(AriaRole.Link, new() { Name = "Spend controls" })).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Times_are_the_persons_own_and_the_zone_is_named_once()
    {
        await using var tab = await chromium.OpenAsync(portal, new() { TimezoneId = "Asia/Tokyo", Locale = "en-GB" });
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync($"/cards/{DemoSeed.JennyPhysical}");

        await Expect(tab.Page.GetByText("times in Tokyo (UTC+9)")).ToHaveCountAsync(1);
        await Expect(tab.Page.GetByText("00:00 UTC").First).ToContainTextAsync("09:00 (00:00 UTC)");
        await Expect(tab.Page.Locator(".activity .s").First).ToContainTextAsync(
            new Regex("[0-2][0-9]:[0-5][0-9]", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [SkippableFact]
    public async Task The_preview_follows_what_is_edited()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync($"/cards/{DemoSeed.JennyPhysical}/controls");

        await tab.Page.GetByLabel("Amount").FillAsync("20");
        await tab.Page.GetByLabel("Amount").PressAsync("Tab");

        await Expect(tab.Page.Locator("#impact-sum")).ToContainTextAsync("would have been declined");
        await Expect(tab.Page.Locator("#impact-now")).ToContainTextAsync("With today’s controls:");
        await Expect(tab.Page.Locator("#impact svg rect.bar-declined").First).ToBeAttachedAsync();
        var quarter = await tab.Page.Locator("#impact-sum").InnerTextAsync();
        await tab.Page.GetByLabel("30 days").CheckAsync();
        await Expect(tab.Page.Locator("#impact-sum")).Not.ToHaveTextAsync(quarter);
        await tab.ShouldBeAccessibleAsync("impact");
    }

    [SkippableFact]
    public async Task An_amount_that_cannot_be_read_is_told_at_its_field_once_it_is_left()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync($"/cards/{DemoSeed.JennyPhysical}/controls");
        var amount = tab.Page.GetByLabel("Amount");
        var problem = tab.Page.Locator("#limit-rows .field-problem");

        await amount.FillAsync("1,2");
        await Expect(tab.Page.Locator("#preview-problems li")).ToHaveCountAsync(1);
        await Expect(problem).ToHaveCountAsync(0);
        await amount.BlurAsync();

        await Expect(problem).ToBeVisibleAsync();
        await Expect(amount).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(tab.Page.Locator("[data-impact]")).ToHaveTextAsync("1 to fix");
        await tab.ShouldBeAccessibleAsync("an amount that cannot be read");
        await amount.FillAsync("20");
        await Expect(problem).ToHaveCountAsync(0);
        await Expect(tab.Page.Locator("#impact-sum")).ToContainTextAsync("would have been declined");
        await Expect(amount).Not.ToHaveAttributeAsync("aria-invalid", "true");

        // What is corrected before it is left is not told.
        await amount.FillAsync("2,0");
        await Expect(tab.Page.Locator("#preview-problems li")).ToHaveCountAsync(1);
        await amount.FillAsync("30");
        await amount.BlurAsync();
        await Expect(tab.Page.Locator("#impact-sum")).ToContainTextAsync("would have been declined");
        await Expect(problem).ToHaveCountAsync(0);

        // A row that is removed takes its problem along, and a new one has its own.
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Add a limit" }).ClickAsync();
        await amount.Nth(1).FillAsync("x");
        await amount.Nth(0).FocusAsync();
        await Expect(problem).ToHaveCountAsync(1);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Remove limit 1" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Add a limit" }).ClickAsync();
        await amount.Nth(1).FillAsync("y");
        await amount.Nth(0).FocusAsync();
        await Expect(problem).ToHaveCountAsync(2);
        await amount.Nth(1).FillAsync("40");
        await Expect(problem).ToHaveCountAsync(1);
        await amount.Nth(0).FillAsync("50");
        await Expect(problem).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task A_viewer_opens_the_editor_by_its_link_and_sees_what_is_chosen()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("vera@demo.test");

        await tab.Page.GotoAsync($"/cards/{DemoSeed.ClaireVirtual}/controls");

        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save changes" })).ToBeDisabledAsync();
        await Expect(tab.Page.GetByLabel("Amount").First).ToBeDisabledAsync();
        await tab.ShouldBeAccessibleAsync("a viewer's editor");
    }

    [SkippableFact]
    public async Task A_search_for_categories_shows_the_nearest_first_and_says_when_it_finds_none()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync($"/cards/{DemoSeed.JennyPhysical}/controls");
        await tab.Page.Locator("[data-picker=Categories] summary").ClickAsync();
        var search = tab.Page.GetByLabel("Search by name or code");

        await search.FillAsync("air");

        var tops = new List<float>();
        foreach (var name in new[] { "Airlines 4511", "Airports and airfields 4582", "Air conditioning and refrigeration repair 7623" })
            tops.Add((await tab.Page.GetByLabel(name, new() { Exact = true }).BoundingBoxAsync())!.Y);
        tops.ShouldBe(tops.Order());
        await search.FillAsync("xyz");
        await Expect(tab.Page.GetByText("Nothing matches “xyz”.")).ToBeVisibleAsync();
        await search.PressAsync("Escape");
        await Expect(search).ToHaveValueAsync("");
        await search.PressAsync("Escape");
        await Expect(search).ToBeHiddenAsync();
        await Expect(tab.Page.Locator("[data-picker=Categories] summary")).ToBeFocusedAsync();
    }

    [SkippableFact]
    public async Task Twenty_cards_are_changed_at_once_with_progress_and_an_outcome_for_each()
    {
        var cards = new List<string>();
        for (var i = 0; i < 20; i++)
            cards.Add(await portal.NewCardAsync(DemoSeed.Nia));
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync("/cards?text=Nia");
        foreach (var card in cards)
            await tab.Page.Locator($"input[value={card}]").CheckAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Edit controls" }).ClickAsync();

        await tab.Page.GetByRole(AriaRole.Region, new() { Name = "Merchant countries" }).GetByLabel("Allow only selected").CheckAsync();
        await tab.Page.GetByLabel("Search by name", new() { Exact = true }).FillAsync("france");
        await tab.Page.GetByLabel("France FR", new() { Exact = true }).CheckAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Region, new() { Name = "Merchant countries" }).GetByLabel("Change this"))
            .ToBeCheckedAsync();
        await tab.ShouldBeAccessibleAsync("bulk edit");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Review the change" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Change 20 cards?" })).ToBeVisibleAsync();
        await tab.ShouldBeAccessibleAsync("bulk review");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Change 20 cards" }).ClickAsync();

        await Expect(tab.Page.GetByText("20 of 20 cards done. Finished.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(tab.Page.GetByText("Changed", new() { Exact = true })).ToHaveCountAsync(20);
        await tab.ShouldBeAccessibleAsync("bulk edit done");
        (await portal.AtStripeAsync(cards[7])).SpendingControls.AllowedMerchantCountries.ShouldBe(["FR"]);
        (await portal.AtStripeAsync(cards[7])).SpendingControls.SpendingLimits[0].Amount.ShouldBe(50000);
    }

    [SkippableFact]
    public async Task The_controls_of_a_cardholder_are_previewed_saved_and_told_beside_those_of_each_card()
    {
        var card = await portal.NewCardAsync(DemoSeed.Nia);
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync("/cardholders/" + DemoSeed.Nia);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Spend controls" }).ClickAsync();
        await Expect(tab.Page.GetByText("No limit is set for all cards together.")).ToBeVisibleAsync();

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Add a limit" }).ClickAsync();
        await tab.Page.GetByLabel("Amount").FillAsync("640");
        await Expect(tab.Page.Locator("#save-bar")).ToContainTextAsync("1 change");
        await Expect(tab.Page.Locator("#impact")).ToContainTextAsync("purchases");
        await tab.ShouldBeAccessibleAsync("a cardholder's controls");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }).ClickAsync();

        await Expect(tab.Page.Locator("#done")).ToContainTextAsync("monthly limit of $640.00 added");
        await tab.Page.GotoAsync($"/cards/{card}/controls");
        var inherited = tab.Page.Locator(".inherited");
        await Expect(inherited).ToContainTextAsync("Monthly limit of $640.00");
        await inherited.GetByRole(AriaRole.Link).ClickAsync();

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Revert the change of" }).First.ClickAsync();
        await Expect(tab.Page.Locator("#revert")).ToContainTextAsync("Monthly limit of $640.00 removed");
        await tab.ShouldBeAccessibleAsync("the question before a revert");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Revert", Exact = true }).ClickAsync();
        await Expect(tab.Page.Locator("#done")).ToContainTextAsync("monthly limit of $640.00 removed");
    }

    [SkippableFact]
    public async Task On_a_phone_the_last_places_stand_in_a_menu_of_their_own()
    {
        await using var tab = await chromium.OpenAsync(portal, new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await tab.SignInAsync("admin@demo.test");
        var log = tab.Page.GetByRole(AriaRole.Link, new() { Name = "Audit log" });
        await Expect(log).ToHaveCountAsync(0);

        await tab.Page.GetByText("More", new() { Exact = true }).ClickAsync();
        await tab.ShouldBeAccessibleAsync("the menu of a phone");
        await log.ClickAsync();

        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Audit log" })).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task The_second_of_two_browsers_sees_both_versions()
    {
        var card = await portal.NewCardAsync();
        await using var one = await chromium.OpenAsync(portal);
        await using var other = await chromium.OpenAsync(portal);
        other.ExpectsErrors = true; // Chromium logs the 409.
        foreach (var tab in new[] { one, other })
        {
            await tab.SignInAsync("admin@demo.test");
            await tab.Page.GotoAsync($"/cards/{card}/controls");
        }

        await one.Page.GetByLabel("Amount").FillAsync("50");
        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }).ClickAsync();
        await Expect(one.Page.Locator("#done")).ToBeVisibleAsync();
        await other.Page.GetByLabel("Amount").FillAsync("80");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }).ClickAsync();

        var conflict = other.Page.Locator("#conflict");
        await Expect(conflict).ToContainTextAsync("Daily limit of $50.00");
        await Expect(conflict).ToContainTextAsync("Daily limit of $80.00");
        await Expect(other.Page.GetByLabel("Amount")).ToHaveValueAsync("80");
        await other.ShouldBeAccessibleAsync("conflict");
        await conflict.GetByRole(AriaRole.Button, new() { Name = "Save yours instead" }).ClickAsync();
        await Expect(other.Page.Locator("#done")).ToContainTextAsync("$50.00 → $80.00");
    }

    [SkippableFact]
    public async Task The_editor_is_used_with_the_keyboard_alone()
    {
        var card = await portal.NewCardAsync();
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync($"/cards/{card}/controls");

        await tab.Page.Locator("#add-limit").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Keyboard.TypeAsync("200");
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.TypeAsync("per w");
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Keyboard.TypeAsync("airlines");
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Space");
        await Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("1 selected");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Done" }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.GetByLabel("Amount").Last.FocusAsync();
        // Enter in a field tries the controls, and does not save them.
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#impact")).ToContainTextAsync("There were no purchases");
        (await portal.AtStripeAsync(card)).SpendingControls.SpendingLimits.Count.ShouldBe(1);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Space");

        await Expect(tab.Page.Locator("#done")).ToContainTextAsync("weekly limit of $200.00 for Airlines added");
        (await portal.AtStripeAsync(card)).SpendingControls.SpendingLimits[1].Categories.ShouldBe(["airlines_air_carriers"]);
    }

    [SkippableFact]
    public async Task A_limit_is_edited_with_its_preview_by_the_keyboard_alone()
    {
        var card = await portal.NewCardAsync();
        await portal.BuyAsync(card, 60_00, "Keys", "bakeries");
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync("/cards/" + card);
        await tab.TabToAsync("Spend controls");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.GetByLabel("Amount")).ToBeVisibleAsync();

        await tab.TabToAsync("Amount");
        await tab.Page.Keyboard.PressAsync("Control+A");
        await tab.Page.Keyboard.TypeAsync("50");
        await Expect(tab.Page.Locator("#impact-sum")).ToContainTextAsync("would have been declined");
        await tab.TabToAsync("Save changes");
        await tab.Page.Keyboard.PressAsync("Space");

        await Expect(tab.Page.Locator("#done")).ToContainTextAsync("daily limit $500.00 → $50.00");
        (await portal.AtStripeAsync(card)).SpendingControls.SpendingLimits[0].Amount.ShouldBe(50_00);
    }

    [SkippableFact]
    public async Task Looser_controls_show_what_would_have_passed()
    {
        var card = await portal.NewCardAsync();
        await portal.BuyAsync(card, 800_00, "Too dear", "bakeries");
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync($"/cards/{card}/controls");

        await tab.Page.GetByLabel("Amount").FillAsync("1000");

        await Expect(tab.Page.Locator(".impact-approved")).ToContainTextAsync("would have been approved");
        await Expect(tab.Page.Locator(".impact-approved")).ToContainTextAsync("$800.00");
        await tab.ShouldBeAccessibleAsync("what would have passed");
    }

    [SkippableFact]
    public async Task Every_admin_page_is_accessible_and_fits()
    {
        await using var tab = await chromium.OpenAsync(portal, new() { ViewportSize = new() { Width = 1280, Height = 844 } });
        await tab.SignInAsync("admin@demo.test");
        foreach (var page in new[]
        {
            "/", "/purchases",
            "/cards", "/cards?text=nobody", "/cards/issue", $"/cards/issue?account={DemoSeed.Platform}", $"/cards/{DemoSeed.JennyPhysical}",
            $"/cards/{DemoSeed.JennyPhysical}/controls", $"/cards/{DemoSeed.JennyPhysical}/controls/history",
                $"/cards/{DemoSeed.JennyPhysical}/cancel",
            $"/cards/{DemoSeed.JennyPhysical}/replace", $"/cards/{DemoSeed.JennyPhysical}/simulate", "/cardholders",
                $"/cardholders/{DemoSeed.Jenny}", $"/cardholders/{DemoSeed.Jenny}/controls",
                $"/cardholders/{DemoSeed.Jenny}/controls/history",
            "/audit", "/events", "/settings", "/controls/edits", "/?month=2026-01", $"/cards/{DemoSeed.JennyPhysical}/report",
            $"/cards/issue?account={DemoSeed.Platform}&cardholder={DemoSeed.Jenny}",
            $"/controls?card={DemoSeed.JennyVirtual}&card={DemoSeed.JennyPhysical}", "/my-cards",
            $"/cards/{DemoSeed.OmarShipping}/activate", $"/controls?card={DemoSeed.JennyVirtual}&card={DemoSeed.OmarVirtual}",
        })
        {
            await tab.Page.GotoAsync(page);
            await tab.ShouldBeAccessibleOnEachScreenAsync(page);
        }

        await tab.Page.GotoAsync($"/cards/issue?account={DemoSeed.Platform}&cardholder={DemoSeed.Jenny}");
        await tab.Page.GetByLabel("Physical, sent by post").CheckAsync();
        await tab.ShouldBeAccessibleOnEachScreenAsync("issue a physical card");
        await tab.Page.GotoAsync($"/cards/{DemoSeed.JennyPhysical}");
        await tab.Page.Locator("#card-actions summary").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Cancel card" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await tab.ShouldBeAccessibleOnEachScreenAsync("a dialog");
        await tab.Page.GotoAsync("/cards");
        await tab.Page.Locator("tbody tr").Filter(new() { HasText = "Active" }).Locator("input[name=card]").First.CheckAsync();
        await tab.ShouldBeAccessibleOnEachScreenAsync("a selection");
        await tab.Page.Locator("#selection").GetByRole(AriaRole.Button, new() { Name = "Freeze" }).ClickAsync();
        await Expect(tab.Page.GetByLabel("Reason")).ToBeVisibleAsync();
        await tab.ShouldBeAccessibleOnEachScreenAsync("many cards");

        await tab.Page.GotoAsync($"/cards/{DemoSeed.JennyPhysical}/controls");
        await tab.Page.GetByRole(AriaRole.Region, new() { Name = "Merchant categories" }).GetByLabel("Block selected").CheckAsync();
        await tab.Page.GetByLabel("Search by name or code").FillAsync("7995");
        await Expect(tab.Page.GetByLabel("Gambling, betting and casinos 7995")).ToBeVisibleAsync();
        await tab.ShouldBeAccessibleOnEachScreenAsync("categories");
    }
}
