using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CleanIssuing.IntegrationTests.Browser;

[Collection(BrowserTests.Name)]
public class EmbeddedTests(Chromium chromium, PortalFixture portal)
{
    private const string List = "/accounts/" + DemoSeed.Lumiere + "/cards";

    [SkippableFact]
    public async Task From_the_list_to_a_card_its_numbers_and_a_limit_that_our_history_shows()
    {
        var card = await portal.NewCardAsync(DemoSeed.Claire, "eur", DemoSeed.Lumiere);
        var last4 = (await portal.AtStripeAsync(card, DemoSeed.Lumiere)).Last4;
        portal.Time.Advance(TimeSpan.FromSeconds(2));
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("lea@demo.test");
        await tab.Page.GotoAsync(List);
        var frame = tab.Page.FrameLocator("#component iframe");

        await frame.GetByRole(AriaRole.Button, new() { Name = last4 }).First.ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Show numbers" }).ClickAsync();
        await Expect(frame.Locator("#numbers")).ToContainTextAsync(last4 + " · ");
        await frame.GetByLabel("Daily limit, minor unit").FillAsync("7654");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Save limit" }).ClickAsync();
        await Expect(frame.GetByText("The limit was saved.")).ToBeVisibleAsync();

        await portal.UntilAsync(() => portal.Text($"SELECT COUNT(*) FROM ControlChanges WHERE OwnerId = '{card}'") == "1");
        await tab.Page.GotoAsync($"/cards/{card}/controls/history");
        await Expect(tab.Page.GetByText("Daily limit €500.00 → €76.54")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByText("lea@demo.test, in Stripe's component")).ToBeVisibleAsync();
        // The number was shown in Stripe's frame, and never came through us.
        (await tab.AnswersAsync()).ShouldNotContain(a => a.Body.Contains("4000 0099"));
        (await tab.Page.ContentAsync()).ShouldNotContain("4000 0099");
    }

    [SkippableFact]
    public async Task A_viewer_finds_nothing_to_change()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("vera@demo.test");
        await tab.Page.GotoAsync($"{List}/{DemoSeed.ClaireVirtual}");
        var frame = tab.Page.FrameLocator("#component iframe");

        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Spend controls" })).ToBeVisibleAsync();
        // No key is asked for that would be refused.
        await Expect(frame.GetByText("The numbers cannot be shown.")).ToHaveCountAsync(0);
        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "Show numbers" })).ToBeHiddenAsync();
        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "Freeze" })).ToHaveCountAsync(0);
        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "Save limit" })).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task An_admin_chooses_what_the_component_shows_and_the_address_keeps_it()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("lea@demo.test");
        await tab.Page.GotoAsync($"{List}/{DemoSeed.LucReplacement}");
        var frame = tab.Page.FrameLocator("#component iframe");
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Spend controls" })).ToBeVisibleAsync();
        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "Choose another card" })).ToHaveCountAsync(0);

        await tab.Page.GetByText("Options", new() { Exact = true }).ClickAsync();
        await tab.Page.GetByLabel("Show spend controls").UncheckAsync();
        await tab.Page.GetByLabel("Allow switching cards").CheckAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "Choose another card" })).ToBeVisibleAsync();
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Spend controls" })).ToHaveCountAsync(0);
        tab.Page.Url.ShouldContain("switching=true");
    }

    [SkippableFact]
    public async Task A_session_that_ended_is_fetched_again_without_a_word()
    {
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true; // Chromium logs the 401.
        await tab.SignInAsync("lea@demo.test");
        await tab.Page.GotoAsync(List);
        var frame = tab.Page.FrameLocator("#component iframe");
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Cards" })).ToBeVisibleAsync();

        portal.Time.Advance(TimeSpan.FromMinutes(61));
        await frame.GetByRole(AriaRole.Button).First.ClickAsync();

        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Card ending in" })).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("#component-error")).ToBeHiddenAsync();
    }

    [SkippableTheory]
    [InlineData("/v1/account_sessions", "They are a preview")]
    [InlineData("/connect/data", "may not have access yet")]
    public async Task A_refused_preview_is_told_with_our_own_page_one_click_away(string path, string told)
    {
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true; // Chromium logs the 403.
        await tab.SignInAsync("lea@demo.test");
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ComponentsNotEnabled, path));

        await tab.Page.GotoAsync($"{List}/{DemoSeed.ClaireVirtual}");

        await Expect(tab.Error).ToContainTextAsync(told);
        await tab.ShouldBeAccessibleAsync("refused preview");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Use the portal's own page" }).ClickAsync();
        await Expect(tab.ShowDetails).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task A_key_for_another_card_shows_no_numbers()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("lea@demo.test");
        await tab.Page.RouteAsync("**/ephemeral-keys", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = "{\"ephemeralKeySecret\":\"ek_test_of_another_card\"}",
        }));
        tab.ExpectsErrors = true; // Chromium logs Stripe's 401.

        await tab.Page.GotoAsync($"{List}/{DemoSeed.ClaireVirtual}");
        var frame = tab.Page.FrameLocator("#component iframe");

        await Expect(frame.GetByText("The numbers cannot be shown. Stripe did not take the key.")).ToBeVisibleAsync();
        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "Show numbers" })).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task Two_accounts_in_two_tabs_do_not_mix()
    {
        portal.Execute(
            $"INSERT OR IGNORE INTO Memberships (UserId, AccountId, Role) SELECT Id, '{DemoSeed.Sakura}', 'Admin' FROM AspNetUsers WHERE "
            + $"Email = 'lea@demo.test'");
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("lea@demo.test");
        await tab.Page.GotoAsync(List);
        var other = await tab.Context.NewPageAsync();
        await other.GotoAsync("/accounts/" + DemoSeed.Sakura + "/cards");

        await Expect(other.FrameLocator("#component iframe").GetByText("Yuki Tanaka").First).ToBeVisibleAsync();
        await tab.Page.ReloadAsync();
        var first = tab.Page.FrameLocator("#component iframe");
        await Expect(first.GetByText("Claire Martin").First).ToBeVisibleAsync();
        await Expect(first.GetByText("Yuki Tanaka")).ToHaveCountAsync(0);
        await Expect(other.FrameLocator("#component iframe").GetByText("Claire Martin")).ToHaveCountAsync(0);
        portal.Execute($"DELETE FROM Memberships WHERE AccountId = '{DemoSeed.Sakura}' AND Role = 'Admin'");
    }

    [SkippableFact]
    public async Task Signing_out_ends_the_session_in_the_component()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("lea@demo.test");
        await tab.Page.GotoAsync(List);
        await Expect(tab.Page.FrameLocator("#component iframe").GetByRole(AriaRole.Heading, new() { Name = "Cards" })).ToBeVisibleAsync();

        var logout = await tab.Page.RunAndWaitForRequestAsync(
            tab.SignOutAsync,
            request => request.Url.EndsWith("/connect/data", StringComparison.Ordinal) && request.PostData!.Contains("logout"));

        logout.ShouldNotBeNull();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task When_the_portal_ends_the_session_the_components_ends_with_it()
    {
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true; // Chromium logs that the session is over.
        await tab.SignInAsync("lea@demo.test");
        await tab.Page.GotoAsync(List);
        await Expect(tab.Page.FrameLocator("#component iframe").GetByRole(AriaRole.Heading, new() { Name = "Cards" })).ToBeVisibleAsync();

        var logout = await tab.Page.RunAndWaitForRequestAsync(
            () =>
            {
                portal.Execute("DELETE FROM UserSessions WHERE UserId IN (SELECT Id FROM AspNetUsers WHERE Email = 'lea@demo.test')");
                return Task.CompletedTask;
            },
            request => request.Url.EndsWith("/connect/data", StringComparison.Ordinal) && request.PostData!.Contains("logout"),
            // Asked every second; the rest is for a slow machine.
            new() { Timeout = 4000 });

        logout.ShouldNotBeNull();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [SkippableTheory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Both_pages_are_accessible_and_follow_the_theme(int width, ColorScheme scheme)
    {
        await using var tab =
            await chromium.OpenAsync(portal, new() { ViewportSize = new() { Width = width, Height = 844 }, ColorScheme = scheme });
        await tab.SignInAsync("lea@demo.test");
        foreach (var page in new[] { List, $"{List}/{DemoSeed.ClairePhysical}" })
        {
            await tab.Page.GotoAsync(page);
            var frame = tab.Page.FrameLocator("#component iframe");
            await Expect(frame.GetByRole(AriaRole.Heading).First).ToBeVisibleAsync();
            (await frame.Locator("html").GetAttributeAsync("class") == "dark").ShouldBe(scheme == ColorScheme.Dark);
            await tab.ShouldBeAccessibleAsync(page);
        }
    }
}
