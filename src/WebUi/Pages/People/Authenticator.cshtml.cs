using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.People;

/// <summary>Sets up an authenticator app: the password, then the app's first code, then recovery codes.</summary>
public sealed class AuthenticatorModel(ISender sender) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whether the app's first code is asked for.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>The key as people type it into an app; shown once.</summary>
    public string? Key { get; private set; }

    public QrCode? Qr { get; private set; }

    /// <summary>Shown once; none before the app is set up.</summary>
    public RecoveryCodes? Codes { get; private set; }

    /// <summary>How the person proves that it is them, before the app is set up.</summary>
    public StepUpMethods Ways { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Ways = await sender.Send(new GetStepUpMethods(), cancellationToken);

    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken)
    {
        IsStarted = await this.TryAsync(async () =>
        {
            var made = await sender.Send(new StartAuthenticator(Password ?? ""), cancellationToken);
            var text = Totp.ToBase32(made.Key!);
            Key = string.Join(' ', text.Chunk(4).Select(part => new string(part)));
            var who = Uri.EscapeDataString(User.Identity!.Name!);
            // https://github.com/google/google-authenticator/wiki/Key-Uri-Format
            Qr = QrCode.Of($"otpauth://totp/CleanIssuing:{who}?secret={text}&issuer=CleanIssuing");
        },
        refusedAt: nameof(Password));
        if (!IsStarted)
            await OnGetAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        IsStarted = true;
        await this.TryAsync(
            async () => Codes = await sender.Send(new ConfirmAuthenticator(Code ?? ""), cancellationToken), refusedAt: nameof(Code));
        return Page();
    }
}
