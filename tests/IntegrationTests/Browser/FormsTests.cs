using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CleanIssuing.IntegrationTests.Browser;

/// <summary>What is typed is not lost, and goes where it belongs.</summary>
[Collection(BrowserTests.Name)]
public class FormsTests(Chromium chromium, PortalFixture portal)
{
    [SkippableFact]
    public async Task A_card_is_issued_with_the_keyboard_alone()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.TabToAsync("Issue a card");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.GetByLabel("Cardholder", new() { Exact = true })).ToBeVisibleAsync();
        await tab.TabToAsync("Cardholder");
        await tab.Page.Keyboard.TypeAsync("Nia");
        await tab.TabToAsync("Continue");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.TabToAsync("Name (optional)");
        await tab.Page.Keyboard.TypeAsync("Keyboard only");
        await Expect(tab.Page.Locator("#issue-preview .card-face-issuer")).ToHaveTextAsync("Keyboard only");
        // Enter goes on to the limits, and issues nothing.
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.TabToAsync("Amount");
        await tab.Page.Keyboard.TypeAsync("75");
        await Expect(tab.Page.Locator("#issue-preview")).ToContainTextAsync("Monthly limit of $75.00");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Issue the card" })).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Enter");

        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Keyboard only" })).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("#limits-title")).ToContainTextAsync("Left");
        await Expect(tab.Page.GetByText("of $75.00")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task The_steps_of_issuing_fold_to_their_answers_and_follow_the_kind_of_card()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync("/cards/issue?account=" + DemoSeed.Platform);
        var steps = tab.Page.Locator(".step");
        var address = tab.Page.GetByLabel("Recipient");
        await Expect(tab.Page.GetByLabel("Name (optional)")).ToBeHiddenAsync();

        await tab.Page.Locator("#Cardholder").SelectOptionAsync(DemoSeed.Jenny);
        await steps.Nth(0).GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(steps.Nth(0).Locator("summary")).ToContainTextAsync("Jenny Rosen");
        await Expect(tab.Page.GetByLabel("Activate immediately")).ToBeVisibleAsync();
        await Expect(address).ToBeHiddenAsync();
        await tab.Page.GetByLabel("Physical, sent by post").CheckAsync();
        await Expect(address).ToHaveValueAsync("Jenny Rosen");
        await Expect(tab.Page.GetByLabel("Activate immediately")).ToBeHiddenAsync();
        await Expect(tab.Page.Locator("#issue-preview")).ToContainTextAsync("It works once it is activated.");
        await steps.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await tab.Page.GetByLabel("Amount").FillAsync("1500");
        await tab.Page.Locator(".limit-pick").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Searchbox).Last.FillAsync("air");
        await tab.Page.GetByLabel("Airlines", new() { Exact = false }).First.CheckAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();

        await Expect(tab.Page.Locator(".limit-pick")).Not.ToHaveTextAsync("All purchases");
        await Expect(tab.Page.Locator("#issue-preview")).ToContainTextAsync("Monthly limit of $1,500.00 for");
        // What is refused comes back with everything in sight.
        tab.ExpectsErrors = true;
        await tab.Page.GetByLabel("Amount").FillAsync("much");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Issue the card" }).Last.ClickAsync();
        await Expect(tab.Page.Locator(".field-problem")).ToContainTextAsync("such as 250");
        await Expect(tab.Page.GetByLabel("Amount")).ToHaveValueAsync("much");
        await Expect(address).ToHaveValueAsync("Jenny Rosen");
    }

    [SkippableFact]
    public async Task The_address_is_that_of_whoever_is_chosen_until_somebody_types_another()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync("/cards/issue?account=" + DemoSeed.Platform);
        var name = tab.Page.GetByLabel("Recipient");
        await tab.Page.Locator("#which").ClickAsync();
        await tab.Page.GetByLabel("Physical, sent by post").CheckAsync();

        await tab.Page.GetByLabel("Cardholder", new() { Exact = true }).Last.SelectOptionAsync(DemoSeed.Jenny);
        await Expect(name).ToHaveValueAsync("Jenny Rosen");
        await tab.Page.GetByLabel("Cardholder", new() { Exact = true }).Last.SelectOptionAsync(DemoSeed.Omar);
        await Expect(name).ToHaveValueAsync("Omar Haddad");
        await name.FillAsync("Reception");
        await tab.Page.GetByLabel("Cardholder", new() { Exact = true }).Last.SelectOptionAsync(DemoSeed.Jenny);

        await Expect(name).ToHaveValueAsync("Reception");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Fill in the cardholder’s billing address" }).ClickAsync();
        await Expect(tab.Page.GetByLabel("Recipient")).ToHaveValueAsync("Jenny Rosen");
    }

    [SkippableFact]
    public async Task What_was_typed_is_there_again_after_the_session_has_ended()
    {
        var card = await portal.NewCardAsync();
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync($"/cards/{card}/controls");
        await tab.Page.GetByLabel("Amount").FillAsync("123");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Add a limit" }).ClickAsync();
        await tab.Page.GetByLabel("Amount").Nth(1).FillAsync("456");
        await tab.Page.GetByLabel("Reason").FillAsync("A long story");
        await tab.Context.ClearCookiesAsync();

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }).ClickAsync();
        await Expect(tab.Page.GetByText("Sign in to continue.")).ToBeVisibleAsync();
        await tab.TypeInAsync("admin@demo.test");

        await Expect(tab.Page.Locator(".draft")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByLabel("Amount").First).ToHaveValueAsync("123");
        await Expect(tab.Page.GetByLabel("Amount").Nth(1)).ToHaveValueAsync("456");
        await Expect(tab.Page.GetByLabel("Reason")).ToHaveValueAsync("A long story");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }).ClickAsync();
        await Expect(tab.Page.GetByText("Saved:")).ToBeVisibleAsync();
        await tab.Page.WaitForFunctionAsync("() => !Object.keys(sessionStorage).some(key => key.startsWith('draft:'))");
        await tab.Page.GotoAsync($"/cards/{card}/controls");
        await Expect(tab.Page.Locator(".draft")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Leaving_what_is_not_saved_is_asked_about_and_then_forgotten()
    {
        var card = await portal.NewCardAsync();
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync($"/cards/{card}/controls");
        await tab.Page.GetByLabel("Amount").FillAsync("9");
        var asked = 0;
        tab.Page.Dialog += async (_, dialog) =>
        {
            asked++;
            if (asked == 1)
                await dialog.DismissAsync();
            else
                await dialog.AcceptAsync();
        };

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await Expect(tab.Page.GetByLabel("Amount")).ToHaveValueAsync("9");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/history$"));

        asked.ShouldBe(2);
        await tab.Page.GotoAsync($"/cards/{card}/controls");
        await Expect(tab.Page.GetByLabel("Amount")).ToHaveValueAsync("500.00");
    }

    [SkippableFact]
    public async Task A_template_stays_applied_though_something_was_typed_before()
    {
        var card = await portal.NewCardAsync();
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync($"/cards/{card}/controls");
        await tab.Page.GetByText("Only in person").ClickAsync();
        await tab.Page.GetByLabel("Reason").FillAsync("For the trip");

        await tab.Page.GetByLabel("Template", new() { Exact = true }).SelectOptionAsync("travel");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Apply template" }).ClickAsync();

        await Expect(tab.Page.GetByLabel("Allow only selected").First).ToBeCheckedAsync();
        await Expect(tab.Page.GetByLabel("Reason")).ToHaveValueAsync("For the trip");
    }

    [SkippableFact]
    public async Task Each_form_of_a_page_keeps_its_own_draft()
    {
        portal.Execute($"INSERT OR IGNORE INTO Memberships (UserId, AccountId, Role) SELECT Id, '{DemoSeed.Sakura}', 'Admin' FROM "
            + "AspNetUsers WHERE Email = 'lea@demo.test'");
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true; // Chromium logs the refused code.
        await tab.SignInAsync("lea@demo.test");
        await tab.Page.GotoAsync("/settings");
        var (one, other) = (tab.Page.Locator("main form").Nth(0), tab.Page.Locator("main form").Nth(1));
        var asked = 0;
        tab.Page.Dialog += async (_, dialog) =>
        {
            asked++;
            await dialog.AcceptAsync();
        };

        await other.GetByLabel("Admins may see the PIN of any card").CheckAsync();
        await one.GetByLabel("For all card details").CheckAsync();
        await one.GetByLabel("Code", new() { Exact = true }).FillAsync("000000");
        await one.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(tab.Page.Locator("#form-errors")).ToBeVisibleAsync();
        asked.ShouldBe(0);
        await Expect(one.GetByLabel("For all card details")).ToBeCheckedAsync();
        await Expect(one.GetByLabel("Code", new() { Exact = true })).ToHaveValueAsync("");
        await Expect(other.GetByLabel("Admins may see the PIN of any card")).ToBeCheckedAsync();
        (await tab.Page.EvaluateAsync<string>("JSON.stringify(sessionStorage)")).ShouldNotContain("000000");
    }

    [SkippableFact]
    public async Task What_is_typed_into_a_dialog_outlives_the_session_and_is_forgotten_once_saved()
    {
        var card = await portal.NewCardAsync();
        await using var tab = await chromium.OpenAsync(portal);
        await tab.OpenCardAsync("jenny@demo.test", card);
        await NameAsync("For the trip");
        await tab.Context.ClearCookiesAsync();
        await tab.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(tab.Page.GetByText("Sign in to continue.")).ToBeVisibleAsync();
        await tab.TypeInAsync("jenny@demo.test");
        await Expect(tab.Page.GetByLabel("Name (optional)")).ToHaveValueAsync("For the trip");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "For the trip" })).ToBeVisibleAsync();

        await NameAsync("Home again");
        await tab.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Home again" })).ToBeVisibleAsync();
        await tab.Page.WaitForFunctionAsync("() => !Object.keys(sessionStorage).some(key => key.startsWith('draft:'))");

        async Task NameAsync(string name)
        {
            await tab.Page.Locator("#card-actions summary").ClickAsync();
            await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Name and color" }).ClickAsync();
            await tab.Page.GetByRole(AriaRole.Dialog).GetByLabel("Name (optional)").FillAsync(name);
        }
    }

    [SkippableFact]
    public async Task A_purchase_that_was_made_up_is_no_draft_and_what_confirms_a_cancel_is_never_kept()
    {
        var card = await portal.NewCardAsync();
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync($"/cards/{card}/simulate");
        await tab.Page.GetByLabel("Amount").FillAsync("12");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Simulate" }).ClickAsync();
        await Expect(tab.Page.Locator("#outcome")).ToContainTextAsync("Approved");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "See the purchase" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "What happened" })).ToBeVisibleAsync();
        await tab.Page.GotoAsync($"/cards/{card}/simulate");
        await Expect(tab.Page.Locator(".draft")).ToHaveCountAsync(0);

        await tab.Page.GotoAsync($"/cards/{card}/cancel");
        await tab.Page.GetByLabel("Type the last four digits").FillAsync("1234");
        (await tab.Page.EvaluateAsync<string>("JSON.stringify(sessionStorage)")).ShouldNotContain("1234");
    }
}
