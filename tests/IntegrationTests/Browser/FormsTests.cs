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
        await tab.Page.GetByLabel("Limit (optional)").FocusAsync();
        await tab.Page.Keyboard.TypeAsync("75");
        await tab.Page.Keyboard.PressAsync("Enter");

        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Keyboard only" })).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("#limits-title")).ToContainTextAsync("Left");
        await Expect(tab.Page.GetByText("of $75.00")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task The_address_is_that_of_whoever_is_chosen_until_somebody_types_another()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("admin@demo.test");
        await tab.Page.GotoAsync("/cards/issue?account=" + DemoSeed.Platform);
        var name = tab.Page.GetByLabel("Recipient");
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

        await Expect(tab.Page.Locator("#draft")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByLabel("Amount").First).ToHaveValueAsync("123");
        await Expect(tab.Page.GetByLabel("Amount").Nth(1)).ToHaveValueAsync("456");
        await Expect(tab.Page.GetByLabel("Reason")).ToHaveValueAsync("A long story");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }).ClickAsync();
        await Expect(tab.Page.GetByText("Saved:")).ToBeVisibleAsync();
        await tab.Page.WaitForFunctionAsync("() => !Object.keys(sessionStorage).some(key => key.startsWith('draft:'))");
        await tab.Page.GotoAsync($"/cards/{card}/controls");
        await Expect(tab.Page.Locator("#draft")).ToHaveCountAsync(0);
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
        await tab.Page.GetByLabel("Reason").FillAsync("For the trip");

        await tab.Page.GetByLabel("Template", new() { Exact = true }).SelectOptionAsync("travel");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Apply template" }).ClickAsync();

        await Expect(tab.Page.GetByLabel("Allow only selected").First).ToBeCheckedAsync();
        await Expect(tab.Page.GetByLabel("Reason")).ToHaveValueAsync("For the trip");
    }
}
