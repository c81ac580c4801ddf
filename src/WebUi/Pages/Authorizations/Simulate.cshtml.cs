using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Common;
using CleanIssuing.WebUi.Hosting;
using CleanIssuing.WebUi.Web;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Authorizations;

/// <summary>Makes up a purchase, in the sandbox and in test mode.</summary>
public sealed class SimulateModel(ISender sender, PortalInfo portal) : PageModel
{
    /// <summary>The card.</summary>
    public CardView View { get; private set; } = null!;

    /// <summary>The amount, as typed.</summary>
    [BindProperty]
    public string? Amount { get; set; } = "";

    /// <summary>The merchant's name.</summary>
    [BindProperty]
    public string? Merchant { get; set; } = "Corner Shop";

    /// <summary>The merchant's category.</summary>
    [BindProperty]
    public string? Category { get; set; } = "grocery_stores_supermarkets";

    /// <summary>The merchant's country.</summary>
    [BindProperty]
    public string? Country { get; set; } = "US";

    /// <summary>Whether the card is there.</summary>
    [BindProperty]
    public bool CardPresent { get; set; }

    /// <summary>How it went.</summary>
    public PurchaseView? Outcome { get; private set; }

    /// <summary>Whether purchases can be made up at all.</summary>
    public bool IsPossible => portal.Mode != PortalMode.Live;

    /// <summary>Shows the form, to admins.</summary>
    public async Task OnGetAsync(string id, CancellationToken cancellationToken) =>
        View = await sender.Send(new GetManagedCard(id), cancellationToken);

    /// <summary>Makes up the purchase.</summary>
    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        await OnGetAsync(id, cancellationToken);
        if (Money.Read(Amount, View.Card.Currency, out var amount) is { } problem)
        {
            ModelState.AddOnce(nameof(Amount), problem);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var simulate = new SimulatePurchase(id, amount, Merchant ?? "", Category ?? "", Country ?? "", CardPresent);
        await this.TryAsync(async () => Outcome = await sender.Send(simulate, cancellationToken));
        return Page();
    }
}
