using System.Collections.Concurrent;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.WebUi.Hosting;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CleanIssuing.IntegrationTests.Browser;

/// <summary>A person at a browser.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // What a page as a whole needs, a frame within it does not.
    private static readonly string[] OfPages = ["bypass", "landmark-one-main", "page-has-heading-one", "region"];

    private static readonly string[] OfColors = ["color-contrast", "link-in-text-block"];

    // Each frame on its own, and without a description of what is right: axe's own way through frames opens a page for each check, which
    // takes ten times as long as the checks.
    private const string Check =
        """
        async ([only, without]) => {
          const rules = Object.fromEntries(without.map((id) => [id, { enabled: false }]));
          const { violations } = await axe.run(
            document, { iframes: false, resultTypes: ['violations'], ...only.length > 0 ? { runOnly: only } : { rules } });
          return violations.map((v) => `${v.id} at ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
        }
        """;

    private readonly PortalFixture _portal;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<(string Url, string Body)> _answers = new();
    private readonly ConcurrentBag<Task> _reading = [];

    public BrowserPage(PortalFixture portal, IBrowserContext context, IPage page)
    {
        (_portal, Context, Page) = (portal, context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _errors.Enqueue(message.Text);
        };
        page.PageError += (_, error) => _errors.Enqueue(error);
        // Only once it has its whole body: an answer whose page was left never gets one.
        page.RequestFinished += (_, request) =>
        {
            if (request.Url.StartsWith(portal.Origin.ToString(), StringComparison.Ordinal))
                _reading.Add(ReadAsync(request));
        };
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public ILocator ShowDetails => Page.Locator("#show-details[data-shown=false], #show-details:not([data-shown])");

    public ILocator HideDetails => Page.Locator("#show-details[data-shown=true]");

    public ILocator ShowPin => Page.GetByRole(AriaRole.Button, new() { Name = "Show PIN" });

    /// <summary>Types in the code that the sandbox shows to who has no authenticator app.</summary>
    public async Task ProveAsync()
    {
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "Confirm it’s you" });
        await dialog.GetByLabel("Code of your authenticator app").FillAsync(await dialog.Locator("code").InnerTextAsync());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }

    public ILocator Error => Page.GetByRole(AriaRole.Alert);

    /// <summary>The element that a screen reader reads changes from.</summary>
    public ILocator Announcements => Page.Locator("#card-announcements");

    public async Task SignInAsync(string email)
    {
        await Page.GotoAsync("/sign-in");
        await TypeInAsync(email);
        await Assertions.Expect(Page.Locator("#user-menu")).ToBeVisibleAsync();
    }

    /// <summary>Signs in on the page that asks for it.</summary>
    public async Task TypeInAsync(string email)
    {
        await Page.GetByLabel("E-mail address").FillAsync(email);
        await Page.GetByLabel("Password").FillAsync(DemoPeople.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    public Task SignOutAsync() => SignOutAsync(Page);

    public static async Task SignOutAsync(IPage page)
    {
        await page.Locator("#user-menu > summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
    }

    public async Task OpenCardAsync(string email, string card)
    {
        await SignInAsync(email);
        await Page.GotoAsync("/cards/" + card);
    }

    /// <summary>Presses "Show details" and waits until they are shown.</summary>
    public async Task ShowAsync()
    {
        await ShowDetails.ClickAsync();
        await Assertions.Expect(HideDetails).ToBeVisibleAsync();
    }

    /// <summary>The text inside Stripe's frame for a piece of card data.</summary>
    public ILocator Piece(string name) => Page.FrameLocator($"[data-slot={name}] iframe").Locator("#value");

    public ILocator Copy(string name) => Page.FrameLocator($"[data-copy={name}] iframe").GetByRole(AriaRole.Button);

    public ILocator Frames => Page.Locator("iframe");

    /// <summary>Does something, and waits until every frame has asked again with a new key.</summary>
    public async Task RefreshedAsync(Func<Task> act)
    {
        var frames = await Frames.CountAsync();
        var asked = 0;
        await Page.RunAndWaitForResponseAsync(
            act, answer =>
                answer.Url.EndsWith("/frames/data", StringComparison.Ordinal) && answer.Ok && Interlocked.Increment(ref asked) == frames);
        // The last answer has arrived; now its frame takes it in.
        foreach (var frame in Page.Frames.Skip(1))
            await frame.EvaluateAsync("() => fetch(location.href)");
    }

    /// <summary>
    /// Ends once there is such an element. Told by the page itself: it may be for a moment only, or while another page is on its way.
    /// </summary>
    public async Task<Task> WatchAsync(string selector)
    {
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Page.ExposeFunctionAsync("tellShown", () => shown.TrySetResult());
        await Page.EvaluateAsync(
            """
            (selector) => new MutationObserver((_, observer) => {
              if (!document.querySelector(selector)) return;
              observer.disconnect();
              void tellShown();
            }).observe(document, { attributes: true, childList: true, subtree: true })
            """,
            selector);
        return shown.Task;
    }

    /// <summary>Presses Tab until what is labelled so, or says so, has the focus.</summary>
    public async Task TabToAsync(string what)
    {
        for (var i = 0; i < 80; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>(
                """
                (what) => {
                  const at = document.activeElement;
                  const label = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent;
                  return label.trim().replace(/\s+/g, ' ') === what;
                }
                """,
                what))
                return;
        }

        throw new InvalidOperationException($"Tab never came to {what}.");
    }

    /// <summary>Everything that our own origin has answered so far.</summary>
    public async Task<IReadOnlyList<(string Url, string Body)>> AnswersAsync()
    {
        await Task.WhenAll(_reading).WaitAsync(TimeSpan.FromSeconds(30));
        return [.. _answers];
    }

    /// <summary>No accessibility problem in either theme, and nothing to scroll sideways for.</summary>
    public async Task ShouldBeAccessibleAsync(string where)
    {
        await CheckAsync(where, []);
        var isDark = await Page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches");
        await EmulateAsync(isDark ? ColorScheme.Light : ColorScheme.Dark);
        // Only colors differ.
        await CheckAsync(where + " in the other theme", OfColors);
        await EmulateAsync(isDark ? ColorScheme.Dark : ColorScheme.Light);
    }

    /// <summary>A color that is on its way to another is neither.</summary>
    private Task EmulateAsync(ColorScheme theme) =>
        Page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });

    /// <summary>The same on a wide screen in the light, and on a phone in the dark.</summary>
    public async Task ShouldBeAccessibleOnEachScreenAsync(string where)
    {
        await CheckAsync(where, []);
        await EmulateAsync(ColorScheme.Dark);
        await Page.SetViewportSizeAsync(390, 844);
        await CheckAsync(where + " on a phone in the dark", []);
        await EmulateAsync(ColorScheme.Light);
        await Page.SetViewportSizeAsync(1280, 844);
    }

    /// <param name="only">The rules that are checked; none checks all.</param>
    private async Task CheckAsync(string where, string[] only)
    {
        foreach (var frame in Page.Frames)
        {
            if (!await frame.EvaluateAsync<bool>("'axe' in window"))
                await frame.EvaluateAsync(Axe);
            var problems = await frame.EvaluateAsync<string[]>(Check, new[] { only, frame == Page.MainFrame ? [] : OfPages });
            problems.ShouldBeEmpty(where);
        }

        (await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(where + " scrolls sideways");
    }

    /// <summary>Says that this test causes errors on purpose.</summary>
    public bool ExpectsErrors { get; set; }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        _portal.Sandbox.Faults.Clear();
        _portal.Sandbox.Webhooks.Paused = false;
        if (!ExpectsErrors)
            _errors.ShouldBeEmpty("no page logs an error or breaks its content security policy");
    }

    private async Task ReadAsync(IRequest request)
    {
        try
        {
            if (await request.ResponseAsync() is not { } response)
                return;
            _answers.Enqueue((response.Url, await response.TextAsync()));
        }
        catch (PlaywrightException)
        {
            // Redirects have no body, and a page that was left cannot be asked any more.
        }
    }
}
