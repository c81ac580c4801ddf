using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>Asks an admin before a card is activated, which cannot be undone. The card's page does it.</summary>
public sealed class ActivateModel(ISender sender) : PageModel, IOfAccount
{
    AccountId IOfAccount.OfAccount => View.Account.Id;

    public CardView View { get; private set; } = null!;

    /// <summary>The card that ends when this one is activated; none where it replaces none.</summary>
    public CardId? Replaced => View.Card.ReplacementFor;

    public string RequestId { get; } = Guid.NewGuid().ToString("N");

    public async Task OnGetAsync([FromRoute] CardId id, CancellationToken cancellationToken) =>
        View = await sender.Send(new GetManagedCard(id), cancellationToken);
}
