using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Pages.Shared;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>What a card is called here, and in which colour it is shown.</summary>
public sealed class NameModel(ISender sender, TimeProvider time, Words words) : PageModel, IOfAccount
{
    AccountId IOfAccount.OfAccount => View.Account.Id;

    public CardView View { get; private set; } = null!;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Color { get; set; }

    public async Task OnGetAsync([FromRoute] CardId id, CancellationToken cancellationToken)
    {
        View = await sender.Send(new GetHeldCard(id), cancellationToken);
        Name = View.Label?.Name;
        Color = new CardFace(View, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)).Color.ToCode();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] CardId id, CancellationToken cancellationToken)
    {
        if (await this.TryAsync(() => sender.Send(new NameCard(id, Name, Color ?? ""), cancellationToken)))
        {
            this.Tell(words["done.kept"]);
            return Redirect("/cards/" + id);
        }

        View = await sender.Send(new GetHeldCard(id), cancellationToken);
        return Page();
    }
}
