using CleanIssuing.Application.People;
using CleanIssuing.WebUi.Hosting;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Pages.People;

/// <summary>What the person signs in with, and where they are signed in.</summary>
public sealed class SecurityModel(ISender sender, IOptions<PortalOptions> portal, TimeProvider time, Words words) : PageModel
{
    /// <summary>What is done with a code of the app: the handler, its title, the words that say what it does, its button.</summary>
    public static IReadOnlyList<(string Handler, string Title, string Text, string Button, string Style)> Changes { get; } =
    [
        ("Codes", "New recovery codes", "recovery.new", "Make new recovery codes", ""),
        ("Remove", "Remove the app", "authenticator.remove", "Remove the app", "btn-danger"),
    ];

    public Security Security { get; private set; } = null!;

    /// <summary>How the person proves that it is them, before a factor is changed.</summary>
    public StepUpMethods Ways { get; private set; } = null!;

    /// <summary>What was tried with a wrong code; none where nothing was.</summary>
    public string? Tried { get; private set; }

    /// <summary>New recovery codes, shown once; none unless they were just made.</summary>
    public RecoveryCodes? Codes { get; private set; }

    /// <summary>A code of the authenticator app.</summary>
    [BindProperty]
    public string? Code { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var (limits, now) = (portal.Value.Sessions, time.GetUtcNow());
        Security = await sender.Send(new GetSecurity(now - limits.Absolute, now - limits.Idle), cancellationToken);
        Ways = await sender.Send(new GetStepUpMethods(), cancellationToken);
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancellationToken)
    {
        if (!await this.TryAsync(
            async () => Codes = await sender.Send(new CreateRecoveryCodes(Code ?? ""), cancellationToken), refusedAt: nameof(Code)))
            Tried = "Codes";
        await OnGetAsync(cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken) =>
        SendAsync(new RemoveAuthenticator(Code ?? ""), "done.authenticator_removed", cancellationToken, "Remove");

    public async Task<IActionResult> OnPostRemovePasskeyAsync(
        [FromForm] string? key, [FromForm] string? password, CancellationToken cancellationToken)
    {
        if (await this.TryAsync(
            async () =>
            {
                if (Queries.Given(Code) is { } code)
                    await sender.Send(new StepUp(code, null), cancellationToken);
                await sender.Send(new RemovePasskey(key ?? "", password ?? ""), cancellationToken);
            },
            _ => ""))
            return Done("done.passkey_removed");
        Tried = key;
        await OnGetAsync(cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostEndAsync([FromForm] string? key, CancellationToken cancellationToken) =>
        SendAsync(new EndSession(key ?? ""), "done.session_ended", cancellationToken);

    public Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellationToken) =>
        SendAsync(new EndSession(null), "done.others_ended", cancellationToken);

    private async Task<IActionResult> SendAsync(IRequest request, string done, CancellationToken cancellationToken, string? tried = null)
    {
        if (await this.TryAsync(() => sender.Send(request, cancellationToken), refusedAt: tried is null ? "" : nameof(Code)))
            return Done(done);
        Tried = tried;
        await OnGetAsync(cancellationToken);
        return Page();
    }

    private RedirectResult Done(string done)
    {
        this.Tell(words[done]);
        return Redirect("/me/security");
    }
}
