using System.Text.RegularExpressions;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CleanIssuing.IntegrationTests.Browser;

[Collection(BrowserTests.Name)]
public class CardDetailsTests(Chromium chromium, PortalFixture portal, PhysicalDetailsPortal physical)
{
    private static readonly string[] NumberAndCvc = ["number", "cvc"];

    [SkippableFact]
    public async Task A_virtual_card_shows_everything_in_Stripes_frames_and_nothing_of_it_anywhere_else()
    {
        await using var tab = await chromium.OpenAsync(portal);
        var data = CardNumbers.For(DemoSeed.JennyVirtual);
        await tab.OpenCardAsync("jenny@demo.test", DemoSeed.JennyVirtual);

        await tab.ShowAsync();
        await tab.ShowPin.ClickAsync();
        await tab.ProveAsync();

        await Expect(tab.Piece("number")).ToHaveTextAsync(Grouped(data.Number));
        await Expect(tab.Piece("cvc")).ToHaveTextAsync(data.Cvc);
        await Expect(tab.Piece("expiry")).ToHaveTextAsync(new Regex(@"^\d\d/\d\d$"));
        await Expect(tab.Piece("pin")).ToHaveTextAsync(data.Pin);
        foreach (var frame in tab.Page.Frames.Where(f => f != tab.Page.MainFrame))
            new Uri(frame.Url).Authority.ShouldBe(portal.Sandbox.Origin.Authority);
        await Expect(tab.Announcements).ToHaveTextAsync("PIN shown, for one minute.");

        var text = await tab.Page.EvaluateAsync<string>("document.documentElement.outerHTML");
        Leaks(text, data).ShouldBeFalse();
        var answers = await tab.AnswersAsync();
        answers.ShouldContain(a => a.Url.EndsWith("/ephemeral-keys"));
        answers.Where(a => !a.Url.EndsWith(".css") && Leaks(a.Body, data)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Copy_buttons_copy_what_they_stand_beside()
    {
        await using var tab = await chromium.OpenAsync(portal);
        var data = CardNumbers.For(DemoSeed.JennyVirtual);
        await tab.OpenCardAsync("jenny@demo.test", DemoSeed.JennyVirtual);
        await tab.ShowAsync();

        await tab.Copy("number").ClickAsync();
        await Expect(tab.Announcements).ToHaveTextAsync("Card number copied.");
        (await ClipboardAsync(tab)).ShouldBe(data.Number);

        await tab.Copy("cvc").ClickAsync();
        await Expect(tab.Announcements).ToHaveTextAsync("CVC copied.");
        (await ClipboardAsync(tab)).ShouldBe(data.Cvc);

        await tab.Copy("expiry").ClickAsync();
        await Expect(tab.Announcements).ToHaveTextAsync("Expiry date copied.");
        (await ClipboardAsync(tab)).ShouldMatch(@"^\d\d/\d\d$");
    }

    [SkippableFact]
    public async Task Details_are_hidden_again_by_the_button_and_show_once_more()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.OpenCardAsync("jenny@demo.test", DemoSeed.JennyVirtual);
        await tab.ShowAsync();

        await tab.HideDetails.ClickAsync();

        await ShouldBeHiddenAsync(tab);
        await tab.ShowAsync();
        await Expect(tab.Piece("number")).ToHaveTextAsync(Grouped(CardNumbers.For(DemoSeed.JennyVirtual).Number));
    }

    [SkippableFact]
    public async Task Details_are_hidden_again_after_a_minute()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.Page.Clock.InstallAsync();
        await tab.OpenCardAsync("jenny@demo.test", DemoSeed.JennyVirtual);
        await tab.ShowAsync();

        await tab.Page.Clock.FastForwardAsync(55_000);
        await Expect(tab.HideDetails).ToBeVisibleAsync();
        await tab.Page.Clock.FastForwardAsync(6_000);

        await ShouldBeHiddenAsync(tab);
        await Expect(tab.Announcements).ToHaveTextAsync("Card details hidden again after a minute.");
    }

    [SkippableFact]
    public async Task Details_are_hidden_when_the_tab_hides()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.OpenCardAsync("jenny@demo.test", DemoSeed.JennyVirtual);
        await tab.ShowAsync();

        await SetTabHiddenAsync(tab);

        await ShouldBeHiddenAsync(tab);
    }

    [SkippableFact]
    public async Task Signing_out_in_one_tab_hides_what_another_one_shows()
    {
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true;
        await tab.OpenCardAsync("jenny@demo.test", DemoSeed.JennyVirtual);
        await tab.ShowAsync();
        var other = await tab.Context.NewPageAsync();
        await other.GotoAsync("/cards/" + DemoSeed.JennyVirtual);

        // The page is left next: it tells itself what it shows on the way.
        var hidden = await tab.WatchAsync("main:not(:has(iframe)):has(#show-details[data-shown=false]) [data-masked=number]:not([hidden])");

        await BrowserPage.SignOutAsync(other);

        await hidden.WaitAsync(TimeSpan.FromSeconds(15));
        await Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(
            "/sign-in\\?returnUrl=%2Fcards%2F", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [SkippableTheory]
    [InlineData("jenny@demo.test", DemoSeed.JennyVirtual, false, true)]
    [InlineData("jenny@demo.test", DemoSeed.JennyPhysical, false, false)]
    [InlineData("jenny@demo.test", DemoSeed.JennyPhysical, true, true)]
    [InlineData("claire@demo.test", DemoSeed.ClaireVirtual, false, true)]
    public async Task Keys_are_refreshed_before_fifteen_minutes_end_and_nothing_flickers(string email, string card, bool feature,
        bool showsNumber)
    {
        var with = feature ? Physical() : portal;
        await using var tab = await chromium.OpenAsync(with);
        var data = CardNumbers.For(card);
        await ShowForLongAsync(tab, with, email, card);
        await Expect(tab.Piece("expiry")).ToBeVisibleAsync();
        foreach (var name in NumberAndCvc)
            (await tab.Page.Locator($"[data-slot={name}] iframe").CountAsync()).ShouldBe(showsNumber ? 1 : 0);
        await WatchForFlickerAsync(tab, "expiry");

        with.Time.Advance(TimeSpan.FromMinutes(12));
        await tab.RefreshedAsync(() => tab.Page.Clock.FastForwardAsync("12:00"));
        with.Time.Advance(TimeSpan.FromMinutes(4));
        await tab.Page.Clock.FastForwardAsync("04:00");

        await Expect(tab.Piece("expiry")).ToHaveTextAsync(new Regex(@"^\d\d/\d\d$"));
        if (showsNumber)
        {
            await Expect(tab.Piece("number")).ToHaveTextAsync(Grouped(data.Number));
            await Expect(tab.Piece("cvc")).ToHaveTextAsync(data.Cvc);
        }

        (await FlickeredAsync(tab, "expiry")).ShouldBeFalse();
        with.Audit(card).Count(line => line is { Action: "card_details.reveal", Outcome: "Succeeded" }).ShouldBeGreaterThanOrEqualTo(2);
    }

    [SkippableFact]
    public async Task A_refresh_that_fails_is_told_and_can_be_tried_again()
    {
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true;
        await ShowForLongAsync(tab, portal, "jenny@demo.test", DemoSeed.JennyVirtual);
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerError, "/v1/ephemeral_keys"));

        portal.Time.Advance(TimeSpan.FromMinutes(12));
        await tab.Page.Clock.FastForwardAsync("12:00");
        await Expect(tab.Error).ToContainTextAsync("Stripe has a problem right now.");
        await Expect(tab.Piece("number")).ToBeVisibleAsync();
        portal.Sandbox.Faults.Clear();
        await tab.RefreshedAsync(() => tab.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync());

        await Expect(tab.Error).ToBeHiddenAsync();
        portal.Time.Advance(TimeSpan.FromMinutes(4));
        await tab.Page.Clock.FastForwardAsync("04:00");
        await Expect(tab.Piece("number")).ToHaveTextAsync(Grouped(CardNumbers.For(DemoSeed.JennyVirtual).Number));
    }

    [SkippableFact]
    public async Task A_key_that_was_not_refreshed_shows_nothing_after_fifteen_minutes()
    {
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true;
        await ShowForLongAsync(tab, portal, "jenny@demo.test", DemoSeed.JennyVirtual);
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerError, "/v1/ephemeral_keys"));

        portal.Time.Advance(TimeSpan.FromMinutes(16));
        await tab.Page.Clock.FastForwardAsync("16:00");

        await Expect(tab.Piece("number")).ToBeHiddenAsync();
        await Expect(tab.Piece("number")).ToHaveTextAsync("");
    }

    [SkippableFact]
    public async Task In_live_mode_a_physical_number_stays_hidden_without_the_flag()
    {
        var live = Physical();
        live.Sandbox.AllowPhysicalCardDetails(DemoSeed.Lumiere, false);
        await using var tab = await chromium.OpenAsync(live);

        await tab.OpenCardAsync("claire@demo.test", DemoSeed.ClairePhysical);
        await tab.ShowAsync();

        await Expect(tab.Piece("expiry")).ToBeVisibleAsync();
        (await tab.Page.Locator("[data-slot=number] iframe").CountAsync()).ShouldBe(0);
        await Expect(tab.Page.GetByText("printed on the card itself")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task A_blocked_script_is_told_and_can_be_tried_again()
    {
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true;
        await tab.SignInAsync("jenny@demo.test");
        await tab.Context.RouteAsync("**/stripe.js", route => route.AbortAsync("blockedbyclient"));
        await tab.Page.GotoAsync("/cards/" + DemoSeed.JennyVirtual);

        await tab.ShowDetails.ClickAsync();
        await Expect(tab.Error).ToContainTextAsync("Stripe's script could not be loaded.");

        await tab.Context.UnrouteAsync("**/stripe.js");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(tab.HideDetails).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Being_offline_is_told()
    {
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true;
        await tab.OpenCardAsync("jenny@demo.test", DemoSeed.JennyVirtual);
        await tab.Page.WaitForFunctionAsync("() => !!window.Stripe");
        await tab.Context.SetOfflineAsync(true);

        await tab.ShowDetails.ClickAsync();

        await Expect(tab.Error).ToContainTextAsync("You are offline.");
    }

    [SkippableTheory]
    [InlineData(FaultKind.ServerError, "Stripe has a problem right now.")]
    [InlineData(FaultKind.TimeOut, "Stripe took too long to answer.")]
    [InlineData(FaultKind.RateLimit, "Wait a few seconds, then try again.")]
    [InlineData(FaultKind.ElementsNotEnabledForConnect, "has to ask Stripe Support to enable it")]
    public async Task A_failure_of_Stripe_is_told_and_can_be_tried_again(FaultKind fault, string told)
    {
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true;
        await tab.OpenCardAsync("claire@demo.test", DemoSeed.ClaireVirtual);
        portal.Sandbox.Faults.Add(new Fault(fault, "/v1/ephemeral_keys", Times: 1));

        await tab.ShowDetails.ClickAsync();
        await Expect(tab.Error).ToContainTextAsync(told);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(tab.HideDetails).ToBeVisibleAsync();
        await Expect(tab.Error).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task A_key_that_Stripe_js_refuses_is_told()
    {
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true;
        await tab.OpenCardAsync("jenny@demo.test", DemoSeed.JennyVirtual);
        await tab.Context.RouteAsync("**/ephemeral-keys", async route => await route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = "{\"ephemeralKeySecret\":\"ek_test_of_nobody\"}",
        }));

        await tab.ShowDetails.ClickAsync();

        await Expect(tab.Error).ToContainTextAsync("Stripe did not accept this page's key for the card.");
        await ShouldBeHiddenAsync(tab);
    }

    [SkippableFact]
    public async Task Everything_works_with_the_keyboard_alone_and_is_announced()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.OpenCardAsync("jenny@demo.test", DemoSeed.JennyVirtual);
        await Expect(tab.ShowDetails).ToBeEnabledAsync();

        for (var i = 0; i < 12 && await FocusedAsync(tab) != "show-details"; i++)
            await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Enter");

        await Expect(tab.HideDetails).ToBeVisibleAsync();
        await Expect(tab.Announcements).ToHaveTextAsync("Card details shown, for one minute.");
        (await FocusedAsync(tab)).ShouldBe("show-details", "the focus stays where it was");
        await tab.Page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(tab)).ShouldBe("keep-details");
        await tab.Page.Keyboard.PressAsync("Space");
        (await FocusedAsync(tab)).ShouldBe("show-details", "the button that went away hands the focus on");
        await tab.Page.Keyboard.PressAsync("Space");
        await ShouldBeHiddenAsync(tab);
    }

    [SkippableFact]
    public async Task Where_the_browser_has_a_wallet_the_card_can_be_added_to_it()
    {
        await using var tab = await chromium.OpenAsync(portal);
        // Right after a page scrolls, the browser still sends a click to the frame that was there before: this page need not scroll.
        await tab.Page.SetViewportSizeAsync(1280, 1400);
        await tab.Context.AddInitScriptAsync("if (window === top) window.ApplePaySession = class {};");
        await tab.OpenCardAsync("claire@demo.test", DemoSeed.ClaireVirtual);
        await Expect(tab.Page.Locator(".wallet")).ToBeHiddenAsync();
        await tab.ShowAsync();

        await tab.Page.FrameLocator(".wallet iframe").GetByRole(AriaRole.Button, new() { Name = "Add to Apple Wallet" }).ClickAsync();

        await Expect(tab.Announcements).ToHaveTextAsync("Card added to Apple Wallet.");
        await tab.HideDetails.ClickAsync();
        await Expect(tab.Page.Locator(".wallet")).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task A_wallet_button_that_Stripe_does_not_make_takes_nothing_with_it()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.Context.AddInitScriptAsync("if (window === top) window.ApplePaySession = class {};");
        // Stripe.js without the beta, as for an account that has no access to it.
        await tab.Context.AddInitScriptAsync("""
            let stripe;
            Object.defineProperty(window, 'Stripe', {
              get: () => stripe,
              set: real => { stripe = (key, options) => real(key, { ...options, betas: [] }); },
            });
            """);
        await tab.OpenCardAsync("jenny@demo.test", DemoSeed.JennyVirtual);

        await tab.ShowAsync();

        await Expect(tab.Page.Locator(".wallet")).ToBeHiddenAsync();
        await Expect(tab.Page.Locator("#card-error")).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task An_element_made_before_the_card_was_retrieved_fails_as_Stripes_does()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.OpenCardAsync("jenny@demo.test", DemoSeed.JennyVirtual);
        await tab.Page.WaitForFunctionAsync("() => !!window.Stripe");

        var said = await tab.Page.EvaluateAsync<string>(
            """
            () => {
              try {
                Stripe('pk_test_any').elements(
                    ).create('issuingCardNumberDisplay', { issuingCard: 'ic_1', nonce: 'n', ephemeralKeySecret: 'e' });
              } catch (error) {
                return `${error.name}: ${error.message}`;
              }
            }
            """);

        said.ShouldBe("IntegrationError: Issuing card has not been retrieved.");
    }

    [SkippableFact]
    public async Task Without_scripts_the_page_says_what_it_needs_them_for()
    {
        await using var tab = await chromium.OpenAsync(portal, new() { JavaScriptEnabled = false });
        await tab.OpenCardAsync("jenny@demo.test", DemoSeed.JennyVirtual);

        // Chromium under test lays no noscript out, so it is read from the page's text.
        (await tab.Page.ContentAsync()).ShouldMatch("(?s)<noscript>.*this page needs JavaScript for them.*</noscript>");
        await Expect(tab.ShowDetails).ToBeDisabledAsync();
    }

    private PhysicalDetailsPortal Physical()
    {
        physical.Sandbox.AllowPhysicalCardDetails(DemoSeed.Platform, true);
        return physical;
    }

    /// <summary>Shows a card's details beyond the minute, on the clock that portal and sandbox have too.</summary>
    private static async Task ShowForLongAsync(BrowserPage tab, PortalFixture with, string email, string card)
    {
        await tab.Page.Clock.InstallAsync(new() { TimeDate = with.Time.GetUtcNow().UtcDateTime });
        await tab.OpenCardAsync(email, card);
        await tab.ShowAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Keep showing" }).First.ClickAsync();
    }

    private static async Task ShouldBeHiddenAsync(BrowserPage tab)
    {
        await Expect(tab.ShowDetails).ToBeVisibleAsync();
        await Expect(tab.Frames).ToHaveCountAsync(0);
        await Expect(tab.Page.Locator("[data-masked=number]")).ToBeVisibleAsync();
    }

    private static Task SetTabHiddenAsync(BrowserPage tab) => tab.Page.EvaluateAsync(
        "Object.defineProperty(document, 'hidden', { configurable: true, get: () => true }); document.dispatchEvent(new "
        + "Event('visibilitychange'));");

    private static async Task WatchForFlickerAsync(BrowserPage tab, string piece)
    {
        await tab.Page.EvaluateAsync($"window.firstFrame = document.querySelector('[data-slot={piece}] iframe')");
        await tab.Piece(piece).EvaluateAsync(
            """
            value => {
              globalThis.flickered = false;
              new MutationObserver(() => { if (value.hidden || value.textContent === '') globalThis.flickered = true; })
                .observe(value, { attributes: true, childList: true, characterData: true, subtree: true });
            }
            """);
    }

    private static async Task<bool> FlickeredAsync(BrowserPage tab, string piece) =>
        await tab.Piece(piece).EvaluateAsync<bool>("() => globalThis.flickered")
        || !await tab.Page.EvaluateAsync<bool>($"window.firstFrame === document.querySelector('[data-slot={piece}] iframe')");

    private static Task<string> ClipboardAsync(BrowserPage tab) => tab.Page.EvaluateAsync<string>(
        "async () => { window.focus(); for (let i = 0; i < 50 && !document.hasFocus(); i++) await new Promise(r => setTimeout(r, 20)); "
        + "return navigator.clipboard.readText(); }");

    private static Task<string> FocusedAsync(BrowserPage tab) => tab.Page.EvaluateAsync<string>("document.activeElement?.id ?? ''");

    private static string Grouped(string number) => string.Join(' ', number.Chunk(4).Select(group => new string(group)));

    private static bool Leaks(string text, CardNumbers data) =>
        text.Replace(" ", "").Contains(data.Number)
            || Regex.IsMatch(text, $@"(?<![\w#.-]){data.Cvc}(?![\w.-])", RegexOptions.None, TimeSpan.FromSeconds(5));
}
