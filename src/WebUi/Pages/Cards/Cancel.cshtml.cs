using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>Cancels a card that was lost or stolen.</summary>
public sealed class CancelModel(ISender sender, Words words) : PageModel
{
    public CardView View { get; private set; } = null!;

    /// <summary>Lost or stolen.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Confirmation { get; set; }

    [BindProperty]
    public string RequestId { get; set; } = Guid.NewGuid().ToString("N");

    public async Task OnGetAsync([FromRoute] CardId id, CancellationToken cancellationToken) =>
        View = await sender.Send(new GetCard(id), cancellationToken);

    /// <summary>Cancels the card.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] CardId id, CancellationToken cancellationToken)
    {
        var cancel = new CancelCard(id, Reason ?? "", Confirmation ?? "", RequestId);
        if (await this.TryAsync(() => sender.Send(cancel, cancellationToken)))
        {
            TempData["Done"] = words["done.canceled", Reason!];
            return Redirect("/cards/" + id);
        }

        await OnGetAsync(id, cancellationToken);
        return Page();
    }
}
