using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Hosting;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Pages.Shared;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Authorizations;

/// <summary>Makes up a purchase, in the sandbox and in test mode.</summary>
public sealed class SimulateModel(ISender sender, PortalInfo portal, MoneyInput money) : PageModel, IOfAccount
{
    AccountId IOfAccount.OfAccount => View.Account.Id;

    public CardView View { get; private set; } = null!;

    [BindProperty]
    public string? Amount { get; set; } = "";

    [BindProperty]
    public string? Merchant { get; set; } = "Corner Shop";

    [BindProperty]
    public string? Category { get; set; } = "grocery_stores_supermarkets";

    [BindProperty]
    public string? Country { get; set; } = "US";

    [BindProperty]
    public bool CardPresent { get; set; }

    public PurchaseView? Outcome { get; private set; }

    public bool IsPossible => portal.Mode != PortalMode.Live;

    public async Task OnGetAsync([FromRoute] CardId id, CancellationToken cancellationToken) =>
        View = await sender.Send(new GetManagedCard(id), cancellationToken);

    /// <summary>Makes up the purchase.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] CardId id, CancellationToken cancellationToken)
    {
        await OnGetAsync(id, cancellationToken);
        if (money.Read(Amount, View.Card.Currency, out var amount) is { } problem)
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
