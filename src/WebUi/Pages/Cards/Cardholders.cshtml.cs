using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>The cardholders of the accounts that the person manages.</summary>
public sealed class CardholdersModel(ISender sender) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Account { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    public FoundCardholders Found { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery] string? after, CancellationToken cancellationToken) =>
        Found = await sender.Send(
            new GetCardholders(
                Queries.Id<AccountId>(Account, "Account", InvalidReason.AccountId), Queries.Given(Text),
                Queries.Id<CardholderId>(after, "After", InvalidReason.CardholderId)),
            cancellationToken);
}
