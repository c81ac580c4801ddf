using CleanIssuing.IntegrationTests.People;
using CleanIssuing.StripeSandbox.State;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CleanIssuing.IntegrationTests.Browser;

[Collection(BrowserTests.Name)]
public sealed class SessionEndTests(Chromium chromium, SessionPortal portal) : IClassFixture<SessionPortal>
{
    [SkippableFact]
    public async Task The_person_is_told_before_the_session_ends_and_may_stay()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.Page.Clock.InstallAsync();
        await tab.SignInAsync("jenny@demo.test");
        await Expect(Dialog(tab)).ToBeHiddenAsync();

        await AdvanceAsync(tab, TimeSpan.FromMinutes(28.5));
        await Expect(Dialog(tab)).ToBeVisibleAsync();
        await Expect(Dialog(tab)).ToContainTextAsync("you will be signed out in 2 minutes unless you stay");
        await tab.ShouldBeAccessibleAsync("session ending");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Stay signed in" }).ClickAsync();
        await Expect(Dialog(tab)).ToBeHiddenAsync();

        await AdvanceAsync(tab, TimeSpan.FromMinutes(27));
        await tab.Page.GotoAsync("/");
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "My cards" })).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task When_the_session_has_ended_the_page_is_left_and_found_again_after_signing_in()
    {
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true; // Chromium logs the 401.
        await tab.Page.Clock.InstallAsync();
        await tab.SignInAsync("jenny@demo.test");
        await tab.Page.GotoAsync("/cards/" + DemoSeed.JennyVirtual);

        await AdvanceAsync(tab, TimeSpan.FromMinutes(29));
        await Expect(Dialog(tab)).ToBeVisibleAsync();
        await AdvanceAsync(tab, TimeSpan.FromMinutes(2));

        await Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in\\?returnUrl=%2Fcards%2F"));
    }

    [SkippableFact]
    public async Task Signing_out_in_one_window_ends_what_another_shows()
    {
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true; // Chromium logs the 401.
        await tab.SignInAsync("jenny@demo.test");
        var other = await tab.Context.RunAndWaitForPageAsync(
            () => tab.Page.EvaluateAsync("() => void open('/', 'another', 'popup,noopener,width=800,height=600')"));
        (await WindowOfAsync(other)).ShouldNotBe(await WindowOfAsync(tab.Page));
        await other.GotoAsync("/cards/" + DemoSeed.JennyVirtual);
        await Expect(other.GetByRole(AriaRole.Button, new() { Name = "Show details" })).ToBeEnabledAsync();

        await tab.SignOutAsync();

        await Expect(other).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
    }

    [SkippableFact]
    public async Task A_session_that_is_ended_elsewhere_takes_shown_details_with_it()
    {
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true; // Chromium logs the 401.
        await tab.SignInAsync("jenny@demo.test");
        await tab.Page.GotoAsync("/cards/" + DemoSeed.JennyVirtual);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Show details" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Keep showing" }).ClickAsync();

        portal.Execute("DELETE FROM UserSessions WHERE UserId IN (SELECT Id FROM AspNetUsers WHERE Email = 'jenny@demo.test')");

        // Asked every second; the rest is for a slow machine.
        await Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"), new() { Timeout = 4000 });
    }

    [SkippableFact]
    public async Task A_page_that_asks_every_second_warns_too()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("jenny@demo.test");
        await tab.Page.GotoAsync("/cards/" + DemoSeed.JennyVirtual);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Show details" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Keep showing" }).ClickAsync();

        portal.Time.Advance(TimeSpan.FromMinutes(28.5));

        await Expect(Dialog(tab)).ToBeVisibleAsync();
    }

    private static async Task<int> WindowOfAsync(IPage page)
    {
        await using var session = await page.Context.NewCDPSessionAsync(page) as IAsyncDisposable;
        var window = await ((ICDPSession)session!).SendAsync("Browser.getWindowForTarget");
        return window!.Value.GetProperty("windowId").GetInt32();
    }

    private static ILocator Dialog(BrowserPage tab) =>
        tab.Page.GetByRole(AriaRole.Dialog, new() { Name = "Your session is about to end" });

    /// <summary>Both clocks: the portal's, and then the page's.</summary>
    private async Task AdvanceAsync(BrowserPage tab, TimeSpan by)
    {
        // The page's script has to have set its timers.
        await tab.Page.WaitForLoadStateAsync(LoadState.Load);
        portal.Time.Advance(by);
        await tab.Page.Clock.FastForwardAsync((long)by.TotalMilliseconds);
    }
}
