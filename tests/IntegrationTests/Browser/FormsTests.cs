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
        await tab.Page.GotoAsync($"/cards/issue?account={DemoSeed.Platform}&cardholder={DemoSeed.Nia}");

        await tab.Page.GetByLabel("Name (optional)").FocusAsync();
        await tab.Page.Keyboard.TypeAsync("Keyboard only");
        await Expect(tab.Page.Locator("#issue-preview .card-face-issuer")).ToHaveTextAsync("Keyboard only");
        // Enter goes on to the limits, and issues nothing.
        await tab.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(tab.Page, "LimitAmount");
        await tab.Page.Keyboard.TypeAsync("75");
        await Expect(tab.Page.Locator("#issue-preview")).ToContainTextAsync("Monthly limit of $75.00");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Issue the card" })).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Enter");

        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Keyboard only" })).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("#limits-title")).ToContainTextAsync("Left");
        await Expect(tab.Page.GetByText("of $75.00")).ToBeVisibleAsync();
    }

    /// <summary>Presses Tab until what is called so, or named so in the form, has the focus.</summary>
    private static async Task TabToAsync(IPage page, string what)
    {
        for (var i = 0; i < 40; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>(
                "what => document.activeElement.textContent.trim() === what || document.activeElement.name === what", what))
                return;
        }

        throw new InvalidOperationException($"Tab never came to {what}.");
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
        await tab.Page.GetByLabel("E-mail address").FillAsync("admin@demo.test");
        await tab.Page.GetByLabel("Password").FillAsync(WebUi.Hosting.DemoPeople.Password);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

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
}
