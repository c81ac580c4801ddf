using CleanIssuing.Application.People;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.People;

/// <summary>Adds a passkey: the password, then the browser’s own question, then, with the first factor, recovery codes.</summary>
public sealed class PasskeyModel(ISender sender, Words words) : PageModel
{
    /// <summary>The question that the browser has answered.</summary>
    [BindProperty]
    public string? Ceremony { get; set; }

    /// <summary>The browser’s answer, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Only the page’s script sends it, before.</summary>
    public string? Password { get; set; }

    /// <summary>Shown once; none before the passkey is there, and where there are some already.</summary>
    public RecoveryCodes? Codes { get; private set; }

    /// <summary>How the person proves that it is them, before the passkey is made.</summary>
    public StepUpMethods Ways { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Name ??= DeviceText.Of(Request.Headers.UserAgent.ToString());
        Ways = await sender.Send(new GetStepUpMethods(), cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var name = Queries.Given(Name) ?? words["device.unknown"];
        var add = new AddPasskey(new PasskeyAnswer(Ceremony ?? "", Credential ?? ""), name);
        var added = await this.TryAsync(
            async () => Codes = await sender.Send(add, cancellationToken), property => property == nameof(Name) ? nameof(Name) : "");
        if (!added || Codes is not null)
        {
            await OnGetAsync(cancellationToken);
            return Page();
        }

        this.Tell(words["done.passkey_added"]);
        return Redirect("/me/security");
    }
}
