using CleanIssuing.Application.People;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.People;

/// <summary>What the person signs in with, and where they are signed in.</summary>
public sealed class SecurityModel(ISender sender, Words words) : PageModel
{
    public Security Security { get; private set; } = null!;

    /// <summary>New recovery codes, shown once; none unless they were just made.</summary>
    public RecoveryCodes? Codes { get; private set; }

    /// <summary>A code of the authenticator app.</summary>
    [BindProperty]
    public string? Code { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Security = await sender.Send(new GetSecurity(), cancellationToken);

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancellationToken)
    {
        await this.TryAsync(async () => Codes = await sender.Send(new CreateRecoveryCodes(Code ?? ""), cancellationToken));
        await OnGetAsync(cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken) =>
        SendAsync(new RemoveAuthenticator(Code ?? ""), "done.authenticator_removed", cancellationToken);

    public Task<IActionResult> OnPostEndAsync([FromForm] string? key, CancellationToken cancellationToken) =>
        SendAsync(new EndSession(key ?? ""), "done.session_ended", cancellationToken);

    public Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellationToken) =>
        SendAsync(new EndSession(null), "done.others_ended", cancellationToken);

    private async Task<IActionResult> SendAsync(IRequest request, string done, CancellationToken cancellationToken)
    {
        if (await this.TryAsync(() => sender.Send(request, cancellationToken)))
        {
            this.Tell(words[done]);
            return Redirect("/me/security");
        }

        await OnGetAsync(cancellationToken);
        return Page();
    }
}
