using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.IntegrationTests.People;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CleanIssuing.IntegrationTests.Browser;

/// <summary>Passkeys, with the authenticator that Chromium brings for tests.</summary>
[Collection(BrowserTests.Name)]
public sealed class PasskeyTests(Chromium chromium, FactorPortal portal) : IClassFixture<FactorPortal>
{
    [SkippableFact]
    public async Task A_passkey_is_added_signs_in_shows_a_number_and_is_removed()
    {
        await portal.SetAsync(DemoSeed.Platform, new AccountSettings(StepUpScope.AllDetails, AdminsSeePins: false));
        var card = await portal.NewCardAsync(DemoSeed.Nia);
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true; // Chromium logs the refusals before the proof.
        await AddAuthenticatorAsync(tab);
        var page = tab.Page;
        await tab.SignInAsync("nia@demo.test");

        // Added with the password, and recovery codes with the first factor.
        await page.GotoAsync("/me/security");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a passkey" }).ClickAsync();
        await tab.ShouldBeAccessibleAsync("adding a passkey");
        await page.GetByLabel("Name").FillAsync("Work laptop");
        await page.GetByLabel("Your password").FillAsync("not the password");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.Locator("#add-passkey [role=alert]:not([hidden])")).ToHaveTextAsync("This is not your password.");
        await page.GetByLabel("Your password").FillAsync(DemoPeople.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.Locator(".recovery-codes li")).ToHaveCountAsync(10);
        await page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await Expect(page.GetByText("Work laptop", new() { Exact = true })).ToBeVisibleAsync();
        await tab.ShouldBeAccessibleAsync("security, with a passkey");

        // The password alone opens nothing any more; the passkey does, without a name.
        await tab.SignOutAsync();
        await tab.TypeInAsync("nia@demo.test");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Enter a code" })).ToBeVisibleAsync();
        await tab.ShouldBeAccessibleAsync("a second factor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.Locator("#user-menu")).ToBeVisibleAsync();
        await tab.SignOutAsync();
        await page.GotoAsync("/sign-in?returnUrl=/cards/" + card);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("^[^?]*/cards/" + card));

        // The proof of signing in has grown old: the number asks for another one, in place.
        portal.Time.Advance(TimeSpan.FromMinutes(6));
        await page.ReloadAsync();
        await tab.ShowDetails.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Confirm it’s you" });
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" })).ToBeFocusedAsync();
        await tab.ShouldBeAccessibleAsync("step-up with a passkey");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Expect(tab.Piece("number")).ToBeVisibleAsync();

        // Another factor takes a proof of this one, also without the page's script.
        portal.Time.Advance(TimeSpan.FromMinutes(6));
        await page.GotoAsync("/me/authenticator");
        await page.EvaluateAsync("""
            (password) => {
              const form = document.querySelector('main form');
              form.elements.Password.value = password;
              form.submit();
            }
            """,
            DemoPeople.Password);
        await Expect(page.Locator("#form-errors")).ToContainTextAsync("Confirm");
        await Expect(page.Locator(".qr")).ToHaveCountAsync(0);
        await page.GetByLabel("Your password").FillAsync(DemoPeople.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.Locator(".qr")).ToBeVisibleAsync();

        portal.Time.Advance(TimeSpan.FromMinutes(6));
        await page.GotoAsync("/me/security");
        await page.GetByText("Remove", new() { Exact = false }).First.ClickAsync();
        await page.GetByLabel("Your password").FillAsync(DemoPeople.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey" }).ClickAsync();
        await Expect(page.Locator("#done")).ToContainTextAsync("The passkey was removed.");
        await Expect(page.GetByText("You have no passkey.")).ToBeVisibleAsync();
        portal.Audit("passkey").Where(l => l.Actor == "nia@demo.test").Select(l => l.Action).ShouldBe(
            ["factor.start", "factor.start", "factor.add", "factor.remove"], ignoreOrder: true);
    }

    [SkippableFact]
    public async Task A_passkey_of_another_address_is_refused()
    {
        await using var tab = await chromium.OpenAsync(portal);
        tab.ExpectsErrors = true; // Chromium logs the 422.
        await AddAuthenticatorAsync(tab);
        await tab.SignInAsync("claire@demo.test");
        await tab.Page.GotoAsync("/me/passkeys/new");
        // A page elsewhere passes the question on, and its own origin with the answer.
        await tab.Page.RouteAsync("**/me/passkeys/new", async route =>
        {
            if (route.Request.Method != "POST")
            {
                await route.ContinueAsync();
                return;
            }

            var sent = System.Web.HttpUtility.ParseQueryString(route.Request.PostData!);
            var credential = System.Text.Json.Nodes.JsonNode.Parse(sent["Credential"]!)!;
            var said = Convert.FromBase64String(Padded((string)credential["response"]!["clientDataJSON"]!));
            var elsewhere = System.Text.Encoding.UTF8.GetString(said).Replace("//localhost", "//evil.test", StringComparison.Ordinal);
            credential["response"]!["clientDataJSON"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(elsewhere))
                .TrimEnd('=').Replace('+', '-').Replace('/', '_');
            sent["Credential"] = credential.ToJsonString();
            // What it says of itself, it says throughout.
            var headers = new Dictionary<string, string>(route.Request.Headers)
            {
                ["origin"] = portal.Origin.GetLeftPart(UriPartial.Authority)
                    .Replace("//localhost", "//evil.test", StringComparison.Ordinal),
            };
            await route.ContinueAsync(
                new() { Headers = headers, PostData = System.Text.Encoding.UTF8.GetBytes(sent.ToString()!) });
        });
        await tab.Page.GetByLabel("Your password").FillAsync(DemoPeople.Password);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();

        await Expect(tab.Page.GetByText("This passkey was not accepted.").First).ToBeVisibleAsync();
        await tab.Page.GotoAsync("/me/security");
        await Expect(tab.Page.GetByText("You have no passkey.")).ToBeVisibleAsync();

        static string Padded(string text) =>
            text.Replace('-', '+').Replace('_', '/').PadRight(text.Length + ((4 - (text.Length % 4)) % 4), '=');
    }

    private static async Task AddAuthenticatorAsync(BrowserPage tab)
    {
        var session = await tab.Context.NewCDPSessionAsync(tab.Page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
