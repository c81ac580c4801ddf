using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Pages.Shared;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>What canceling a card and reporting it lost or stolen have in common.</summary>
public abstract class CancelPage(ISender sender, Words words) : PageModel, IOfAccount
{
    AccountId IOfAccount.OfAccount => View.Account.Id;

    public CardView View { get; private set; } = null!;

    /// <summary><c>your</c>, or <c>Jenny Rosen’s</c> for an admin who is somebody else.</summary>
    public string Whose { get; private set; } = "";

    [BindProperty]
    public string? Confirmation { get; set; }

    [BindProperty]
    public string RequestId { get; set; } = Guid.NewGuid().ToString("N");

    public async Task OnGetAsync([FromRoute] CardId id, CancellationToken cancellationToken)
    {
        View = await sender.Send(new GetHeldCard(id), cancellationToken);
        var allowed = await sender.Send(new GetAllowedCardActions(id), cancellationToken);
        Whose = allowed.IsAdmin ? View.Cardholder.Name + "’s" : "your";
    }

    /// <param name="reason">Lost or stolen; null for neither.</param>
    protected async Task<IActionResult> CancelAsync(CardId id, string? reason, CancellationToken cancellationToken)
    {
        var cancel = new CancelCard(id, reason, Confirmation ?? "", RequestId);
        if (await this.TryAsync(() => sender.Send(cancel, cancellationToken)))
        {
            this.Tell(reason is null ? words["done.canceled"] : words["done.reported", reason]);
            return Redirect("/cards/" + id);
        }

        await OnGetAsync(id, cancellationToken);
        return Page();
    }
}
