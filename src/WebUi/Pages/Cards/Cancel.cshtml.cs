using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Web;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>Cancels a card that was lost or stolen.</summary>
public sealed class CancelModel(ISender sender) : PageModel
{
    /// <summary>The card.</summary>
    public CardView View { get; private set; } = null!;

    /// <summary>Lost or stolen.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The last four digits, typed.</summary>
    [BindProperty]
    public string? Confirmation { get; set; }

    /// <summary>The form's own id.</summary>
    [BindProperty]
    public string RequestId { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(string id, CancellationToken cancellationToken) => View = await sender.Send(new GetCard(id), cancellationToken);

    /// <summary>Cancels the card.</summary>
    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        var cancel = new CancelCard(id, Reason ?? "", Confirmation ?? "", RequestId);
        if (await this.TryAsync(() => sender.Send(cancel, cancellationToken)))
        {
            TempData["Done"] = $"The card was canceled as {Reason}. Nobody can pay with it any more.";
            return Redirect("/cards/" + id);
        }

        await OnGetAsync(id, cancellationToken);
        return Page();
    }
}
