using System.IO.Compression;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CleanIssuing.IntegrationTests.Browser;

[Collection(BrowserTests.Name)]
public class EveryPageTests(Chromium chromium, PortalFixture portal, Xunit.Abstractions.ITestOutputHelper output)
{
    [SkippableFact]
    public async Task Every_page_is_accessible_and_fits()
    {
        await using var tab = await chromium.OpenAsync(portal, new() { ViewportSize = new() { Width = 1280, Height = 844 } });
        tab.ExpectsErrors = true; // Chromium logs every 404.
        await tab.Page.GotoAsync("/sign-in");
        await tab.ShouldBeAccessibleOnEachScreenAsync("sign-in");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).First.ClickAsync();
        await Expect(tab.Page.GetByText("Enter your password.")).ToBeVisibleAsync();
        await tab.ShouldBeAccessibleOnEachScreenAsync("sign-in with problems");

        await tab.SignInAsync("jenny@demo.test");
        await tab.ShouldBeAccessibleOnEachScreenAsync("my cards");
        foreach (var card in new[] { DemoSeed.JennyVirtual, DemoSeed.JennyPhysical, DemoSeed.JennyFrozen, DemoSeed.JennyCanceled })
        {
            await tab.Page.GotoAsync("/cards/" + card);
            await tab.ShouldBeAccessibleOnEachScreenAsync(card);
        }

        foreach (var path in new[]
        {
            "/purchases", "/purchases?state=declined&country=US&text=e", "/purchases?text=nothing+like+this", "/me",
            "/me/security", "/me/authenticator", "/me/passkeys/new", "/me/password", "/theme",
            $"/cards/{DemoSeed.JennyVirtual}/billing-address",
            $"/cards/{DemoSeed.JennyVirtual}/report", $"/cards/{DemoSeed.JennyVirtual}/cancel",
            $"/cards/{DemoSeed.JennyVirtual}/name", $"/cards/{DemoSeed.JennyVirtual}/check",
            $"/cards/{DemoSeed.JennyVirtual}/check?Amount=900&Category=taxicabs_limousines&Country=US&Where=online",
        })
        {
            await tab.Page.GotoAsync(path);
            await tab.ShouldBeAccessibleOnEachScreenAsync(path);
        }

        foreach (var state in new[] { "declined", "pending", "approved" })
        {
            await tab.Page.GotoAsync("/purchases?state=" + state);
            await tab.Page.Locator(".list .cover").Last.ClickAsync();
            await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "What happened" })).ToBeVisibleAsync();
            await tab.ShouldBeAccessibleOnEachScreenAsync("purchase " + state);
        }

        await tab.Page.GotoAsync("/cards/" + DemoSeed.JennyVirtual);
        await tab.ShowAsync();
        await tab.ShouldBeAccessibleOnEachScreenAsync("details shown");
        foreach (var path in new[] { "/cards/ic_1Nothing", "/audit", "/purchases?from=garbage" })
        {
            await tab.Page.GotoAsync(path);
            await tab.ShouldBeAccessibleOnEachScreenAsync(path);
        }

        await tab.Context.ClearCookiesAsync();
        await tab.SignInAsync("vera@demo.test");
        foreach (var path in new[]
        {
            "/", "/cards", "/purchases", "/cardholders", "/cards/" + DemoSeed.ClaireVirtual, "/cardholders/" + DemoSeed.Claire,
            $"/cards/{DemoSeed.ClaireVirtual}/controls", $"/cards/{DemoSeed.ClaireVirtual}/controls/history",
        })
        {
            await tab.Page.GotoAsync(path);
            await tab.ShouldBeAccessibleOnEachScreenAsync("a viewer's " + path);
        }
    }

    [SkippableFact]
    public async Task The_admins_list_is_accessible_and_leads_to_a_card()
    {
        await using var tab = await chromium.OpenAsync(portal, new() { ViewportSize = new() { Width = 1280, Height = 844 } });
        await tab.SignInAsync("lea@demo.test");
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
        await tab.ShouldBeAccessibleOnEachScreenAsync("overview");

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Cards", Exact = true }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Cards", Exact = true })).ToBeVisibleAsync();
        await tab.ShouldBeAccessibleOnEachScreenAsync("account's cards");
        await tab.Page.Locator("#cards tbody tr").Filter(new() { HasText = "Claire Martin" }).Filter(new() { HasText = "Active" })
            .GetByRole(AriaRole.Link).First.ClickAsync();

        await tab.ShowAsync();
        await Expect(tab.Piece("number")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Every_kind_of_page_fits_a_narrow_phone_and_is_easily_touched()
    {
        await using var tab = await chromium.OpenAsync(
            portal, new() { ViewportSize = new() { Width = 320, Height = 640 }, HasTouch = true, IsMobile = true });
        tab.ExpectsErrors = true; // Chromium logs every 404.
        await FitAsync("/sign-in");
        await tab.SignInAsync("admin@demo.test");
        foreach (var path in new[]
        {
            "/", "/cards", "/cards?text=nobody", "/purchases", "/purchases?state=declined&category=hotels_motels_and_resorts",
            "/cardholders", "/cardholders/" + DemoSeed.Jenny, "/audit", "/events", "/settings", "/me", "/me/security",
            "/controls/edits", $"/cards/issue?account={DemoSeed.Platform}&cardholder={DemoSeed.Jenny}",
            $"/controls?card={DemoSeed.JennyVirtual}&card={DemoSeed.JennyPhysical}", "/cards/" + DemoSeed.JennyVirtual,
            $"/cards/{DemoSeed.JennyVirtual}/controls", $"/cardholders/{DemoSeed.Jenny}/controls",
            $"/cards/{DemoSeed.JennyVirtual}/controls/history", $"/cards/{DemoSeed.JennyVirtual}/simulate",
            $"/cards/{DemoSeed.JennyVirtual}/report", $"/cards/{DemoSeed.JennyVirtual}/cancel", $"/accounts/{DemoSeed.Lumiere}/cards",
            $"/cardholders/{DemoSeed.Jenny}/controls/history", $"/cards/{DemoSeed.OmarShipping}/activate", "/me/authenticator",
            "/me/passkeys/new", "/me/password", $"/cards/{DemoSeed.JennyVirtual}/billing-address",
            $"/cards/{DemoSeed.JennyPhysical}/replace",
            $"/controls?card={DemoSeed.JennyVirtual}&card={DemoSeed.OmarVirtual}", "/nothing-here",
        })
        {
            await FitAsync(path);
            // Held in two hands, a tablet is touched as well.
            await tab.Page.SetViewportSizeAsync(1024, 768);
            await BeLargeAsync(path + " on a tablet");
            await tab.Page.SetViewportSizeAsync(320, 640);
        }

        async Task FitAsync(string path)
        {
            await tab.Page.GotoAsync(path);
            (await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, path);
            await BeLargeAsync(path);
        }

        async Task BeLargeAsync(string path)
        {
            // Links inside of sentences, and what only a keyboard reaches, are as small as their text.
            var small = await tab.Page.EvaluateAsync<string[]>("""
                [...document.querySelectorAll(
                  'button, .btn, select, input:not([type=hidden], [type=checkbox], [type=radio]), nav a, summary, a.chip, .menu-item')]
                  .filter(e => e.checkVisibility() && !e.closest('.visually-hidden, [aria-hidden=true]'))
                  .map(e => [e.getBoundingClientRect().height, e.outerHTML.slice(0, 120)])
                  .filter(([height]) => height > 1 && height < 43.5).map(String)
                """);
            small.ShouldBeEmpty(path);
        }
    }

    [SkippableFact]
    public async Task Pages_can_be_printed_seen_in_forced_colors_and_installed()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync("jenny@demo.test");
        await tab.Page.GotoAsync("/cards/" + DemoSeed.JennyVirtual);

        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(tab.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToBeHiddenAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Freeze" })).ToBeHiddenAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Purchases" })).ToBeVisibleAsync();
        await tab.Page.EmulateMediaAsync(new() { Media = Media.Screen, ForcedColors = ForcedColors.Active });
        (await tab.Page.Locator(".card-face").EvaluateAsync<string>("e => getComputedStyle(e).borderTopWidth")).ShouldNotBe("0px");
        (await tab.Page.Locator(".meter-t").First.EvaluateAsync<string>("e => getComputedStyle(e).fill")).ShouldNotBe(
            await tab.Page.Locator(".meter-t").First.EvaluateAsync<string>("e => getComputedStyle(e.ownerSVGElement).backgroundColor"));
        foreach (var file in new[] { "/site.webmanifest", "/favicon.ico", "/favicon.svg", "/icons/icon-180.png" })
            (await tab.Page.APIRequest.GetAsync(portal.Origin + file.TrimStart('/'))).Status.ShouldBe(200, file);
    }

    [SkippableTheory]
    [InlineData("jenny@demo.test")]
    [InlineData("admin@demo.test")]
    public async Task The_cards_page_weighs_at_most_sixty_kilobytes_and_is_usable_after_one_round_trip(string email)
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.SignInAsync(email);
        // A tab without a page before it; and nothing may come from the cache of the other one.
        var page = await tab.Context.NewPageAsync();
        var session = await tab.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        var requests = new List<IRequest>();
        page.RequestFinished += (_, request) =>
        {
            if (request.Url.StartsWith(portal.Origin.ToString(), StringComparison.Ordinal))
                requests.Add(request);
        };

        var document = (await page.GotoAsync("/cards/" + DemoSeed.JennyVirtual, new() { WaitUntil = WaitUntilState.Load }))!;
        var html = await document.TextAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Show details" })).ToBeEnabledAsync();

        var bytes = 0;
        foreach (var request in requests.ToList())
        {
            var sizes = await request.SizesAsync();
            var response = (await request.ResponseAsync())!;
            // In Development, files are packed anew for each request, without making them smaller.
            bytes += sizes.ResponseHeadersSize
                + (response.Headers.ContainsKey("content-encoding") ? Packed(await response.BodyAsync()) : sizes.ResponseBodySize);
        }

        requests.Count.ShouldBeGreaterThan(6);
        output.WriteLine($"The card page: {bytes} bytes in {requests.Count} requests.");
        bytes.ShouldBeLessThanOrEqualTo(60_000);
        foreach (var path in requests.Where(r => r.ResourceType != "document").Select(r => new Uri(r.Url).AbsolutePath))
            html.ShouldContain($"\"{path}", Case.Sensitive,
                "everything is named by the page itself, so that nothing waits for something else");
    }

    /// <summary>How long a file is as a published portal sends it to browsers, which take Brotli by https.</summary>
    private static int Packed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var zip = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zip.Write(body);
        return (int)packed.Length;
    }
}
