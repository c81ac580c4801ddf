using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.IntegrationTests.People;
using CleanIssuing.StripeSandbox.State;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CleanIssuing.IntegrationTests.Browser;

[Collection(BrowserTests.Name)]
public sealed class StepUpTests(Chromium chromium, FactorPortal portal) : IClassFixture<FactorPortal>
{
    [SkippableFact]
    public async Task A_number_behind_step_up_is_shown_in_place_once_the_code_is_right()
    {
        await portal.SetAsync(DemoSeed.Platform, new AccountSettings(StepUpScope.AllDetails, AdminsSeePins: false));
        await using var tab = await chromium.OpenAsync(portal);
        await tab.OpenCardAsync("jenny@demo.test", DemoSeed.JennyVirtual);
        // The browser logs the refusals before the proof.
        tab.ExpectsErrors = true;
        var dialog = tab.Page.GetByRole(AriaRole.Dialog, new() { Name = "Confirm it’s you" });
        var code = dialog.GetByLabel("Code of your authenticator app");

        await tab.ShowDetails.ClickAsync();
        await Expect(code).ToBeFocusedAsync();
        await tab.ShouldBeAccessibleAsync("step-up");
        await tab.Page.Keyboard.PressAsync("Escape");
        await Expect(tab.ShowDetails).ToBeFocusedAsync();
        await Expect(tab.Page.Locator("[data-slot=number] iframe")).ToHaveCountAsync(0);

        await tab.ShowDetails.ClickAsync();
        await Expect(code).ToBeFocusedAsync();
        // The app is in another window, and the page is hidden meanwhile.
        await tab.Page.EvaluateAsync(
            """
            for (const hidden of [true, false]) {
              Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
              document.dispatchEvent(new Event('visibilitychange'));
            }
            """);
        await code.FillAsync("000000");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("This code is wrong");
        await tab.ProveAsync();

        await Expect(tab.Piece("number")).ToHaveTextAsync(Grouped(CardNumbers.For(DemoSeed.JennyVirtual).Number));
        await Expect(tab.HideDetails).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task An_app_is_set_up_from_the_page_You_and_its_recovery_codes_are_shown_once()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("omar@demo.test");
        await tab.Page.GotoAsync("/me");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Sign-in and security" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Set up an app" }).ClickAsync();
        await tab.Page.GetByLabel("Your password").FillAsync("sandbox-demo-pass");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Img, new() { Name = "QR code for the app" })).ToBeVisibleAsync();
        await tab.ShouldBeAccessibleAsync("setting up an app");
        var key = SecondFactorTests.Read((await tab.Page.Locator("#key").InnerTextAsync()).Replace(" ", ""));
        await tab.Page.GetByLabel("Code that the app shows")
            .FillAsync(CleanIssuing.Domain.People.Totp.CodeAt(key, portal.Time.GetUtcNow()));
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Turn it on" }).ClickAsync();

        await Expect(tab.Page.Locator(".recovery-codes li")).ToHaveCountAsync(10);
        await tab.ShouldBeAccessibleAsync("recovery codes");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await Expect(tab.Page.GetByText("10 recovery codes are left.")).ToBeVisibleAsync();
        await tab.ShouldBeAccessibleAsync("security, with an app");
    }

    private static string Grouped(string number) => string.Join(' ', number.Chunk(4).Select(part => new string(part)));
}
