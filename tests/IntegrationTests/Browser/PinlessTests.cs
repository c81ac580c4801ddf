using CleanIssuing.StripeSandbox.State;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CleanIssuing.IntegrationTests.Browser;

[Collection(BrowserTests.Name)]
public sealed class PinlessTests(Chromium chromium, PinlessPortal portal) : IClassFixture<PinlessPortal>
{
    [SkippableFact]
    public async Task Without_a_PIN_to_show_the_number_is_shown_and_hidden_again_when_the_session_ends()
    {
        await using var tab = await chromium.OpenAsync(portal);
        await tab.OpenCardAsync("jenny@demo.test", DemoSeed.JennyVirtual);
        await Expect(tab.Page.GetByText("The PIN is not shown here")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Show PIN" })).ToHaveCountAsync(0);
        await tab.ShowAsync();

        await tab.Page.EvaluateAsync("dispatchEvent(new Event('cleanissuing:session-ended'))");

        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Show details" })).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("[data-slot=number] iframe")).ToHaveCountAsync(0);
    }
}
