using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using CleanIssuing.WebUi.Web;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>Replaces a card.</summary>
public sealed class ReplaceModel(ISender sender) : PageModel
{
    /// <summary>The card.</summary>
    public CardView View { get; private set; } = null!;

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Where a physical card is sent.</summary>
    [BindProperty]
    public AddressForm Shipping { get; set; } = new();

    /// <summary>The form's own id.</summary>
    [BindProperty]
    public string RequestId { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>Shows the form, to admins.</summary>
    public async Task OnGetAsync(string id, CancellationToken cancellationToken)
    {
        View = await sender.Send(new GetManagedCard(id), cancellationToken);
        Shipping.Name ??= View.Cardholder.Name;
    }

    /// <summary>Replaces the card.</summary>
    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        await OnGetAsync(id, cancellationToken);
        var address = View.Card.Type == CardType.Physical ? Shipping.ToAddress() : null;
        CardChanged? replaced = null;
        if (await this.TryAsync(async () => replaced = await sender.Send(new ReplaceCard(id, Reason ?? "", address, RequestId), cancellationToken)))
        {
            TempData["Done"] = $"This card, ending in {replaced!.Card.Last4}, takes the place of the one ending in {View.Card.Last4}, with the same spend controls.";
            return Redirect("/cards/" + replaced.Card.Id);
        }

        return Page();
    }
}
