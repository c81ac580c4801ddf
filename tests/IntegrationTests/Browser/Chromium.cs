using CleanIssuing.IntegrationTests.Common;
using Microsoft.Playwright;

namespace CleanIssuing.IntegrationTests.Browser;

/// <summary>One browser for all browser tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _missing;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        try
        {
            _browser = await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? Places.FirstOrDefault(File.Exists),
                Args =
                [
                    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                ],
            });
        }
        catch (PlaywrightException none) when (Environment.GetEnvironmentVariable("CI") is null)
        {
            _missing = "No Chromium was found. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH. " + none.Message;
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A tab of a browser that has never been here; every error it logs fails the test at its end.</summary>
    public async Task<BrowserPage> OpenAsync(PortalFixture portal, BrowserNewContextOptions? options = null)
    {
        Skip.If(_browser is null, _missing);
        options ??= new BrowserNewContextOptions();
        options.BaseURL = portal.Origin.ToString();
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        Assertions.SetDefaultExpectTimeout(15_000);
        if (options.JavaScriptEnabled != false)
            await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        return new BrowserPage(portal, context, await context.NewPageAsync());
    }
}
