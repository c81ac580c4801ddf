using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Endpoints;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>The cardholders of the accounts that the person manages.</summary>
public sealed class CardholdersModel(ISender sender) : PageModel
{
    /// <summary>The account.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Account { get; set; }

    /// <summary>A part of the name or address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    /// <summary>A page of cardholders.</summary>
    public FoundCardholders Found { get; private set; } = null!;

    /// <summary>Reads the page.</summary>
    public async Task OnGetAsync([FromQuery] string? after, CancellationToken cancellationToken) =>
        Found = await sender.Send(new GetCardholders(Query.Given(Account), Query.Given(Text), Query.Given(after)), cancellationToken);
}
