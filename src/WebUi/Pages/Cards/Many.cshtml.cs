using CleanIssuing.Application.Cards;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;
using CleanIssuing.WebUi.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>Freezes or cancels the cards that were chosen in the list, once that is confirmed.</summary>
[RequestFormLimits(ValueCountLimit = Hosting.Composition.MostFields)]
public sealed class ManyModel(ISender sender) : PageModel
{
    /// <summary>How many are named one by one.</summary>
    public const int Listed = 100;

    [BindProperty(Name = "card")]
    public IList<string> Chosen { get; set; } = [];

    [BindProperty]
    public Guid RequestId { get; set; } = Guid.NewGuid();

    [BindProperty]
    public string? Confirmation { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary><c>freeze</c> or <c>cancel</c>.</summary>
    [BindProperty(Name = "what")]
    public string? What { get; set; }

    public bool Cancels => What == "cancel";

    public IReadOnlyList<CardView> Cards { get; private set; } = [];

    public IReadOnlyList<IGrouping<Account, CardView>> Groups { get; private set; } = [];

    /// <summary>Those that something is to be done to.</summary>
    public IReadOnlyList<CardView> Changing => Cancels ? Cards : [.. Cards.Where(c => c.Card.Status == CardStatus.Active || IsHeld(c))];

    /// <summary>Those that are not active, and so are left as they are.</summary>
    public IReadOnlyList<CardView> Left => [.. Cards.Except(Changing)];

    /// <summary>How many their cardholders have frozen.</summary>
    public int Held => Cards.Count(IsHeld);

    private static bool IsHeld(CardView view) => view is { Card.Status: CardStatus.Inactive, Freeze.ByAdmin: false };

    public IActionResult OnGet() => Redirect("/cards");

    public async Task<IActionResult> OnPostAsync([FromForm] string? action, CancellationToken cancellationToken)
    {
        if (What is not ("freeze" or "cancel"))
            return Redirect("/cards");
        CardId[] ids = [.. Chosen.Select(c => Queries.Id<CardId>(c, "card", InvalidReason.CardId)).OfType<CardId>()];
        Cards = await sender.Send(new GetChosenCards(ids), cancellationToken);
        Groups = [.. Cards.GroupBy(c => c.Account)];
        if (action != "start")
        {
            ModelState.Clear();
            ViewData["Opened"] = true;
            return Page();
        }

        if (Groups.Count > 1)
            throw new RuleViolationException(RefusalReason.SeveralAccounts);
        var account = Groups[0].Key.Id;
        IRequest<Guid> request = Cancels
            ? new CancelCards(account, ids, Confirmation, Reason, RequestId)
            : new FreezeCards(account, ids, Reason, RequestId);
        var started = Guid.Empty;
        if (!await this.TryAsync(async () => started = await sender.Send(request, cancellationToken)))
            return Page();
        TempData["Started"] = true;
        return Redirect($"/controls/{account}/{started}");
    }
}
