using CleanIssuing.Application.Cards;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Cards;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Pages.Shared;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

public sealed class ReplaceModel(ISender sender, Words words, DetailText details) : PageModel, IOfAccount
{
    AccountId IOfAccount.OfAccount => View.Account.Id;

    public CardView View { get; private set; } = null!;

    /// <summary>The card that took its place already.</summary>
    public Card? ReplacedBy { get; private set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public AddressForm Shipping { get; set; } = new();

    [BindProperty]
    public string RequestId { get; set; } = Guid.NewGuid().ToString("N");

    public async Task OnGetAsync([FromRoute] CardId id, CancellationToken cancellationToken)
    {
        View = await sender.Send(new GetManagedCard(id), cancellationToken);
        ReplacedBy = (await sender.Send(new GetAllowedCardActions(id), cancellationToken)).ReplacedBy;
        if (HttpMethods.IsGet(Request.Method) && View.Card.Type == CardType.Physical)
            Shipping = await AddressForm.ForAsync(sender, View.Account.Id, View.Cardholder.Id, Shipping, cancellationToken);
        Shipping.Name ??= View.Cardholder.Name;
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] CardId id, CancellationToken cancellationToken)
    {
        await OnGetAsync(id, cancellationToken);
        var address = View.Card.Type == CardType.Physical ? Shipping.ToAddress() : null;
        CardChanged? replaced = null;
        var replace = new ReplaceCard(id, Reason ?? "", address, RequestId);
        if (await this.TryAsync(async () => replaced = await sender.Send(replace, cancellationToken)))
        {
            var (card, old) = (replaced!.Card, View.Card);
            var done = words[
                card.Last4 != old.Last4 ? "done.replaced"
                    : card.Type == CardType.Physical && old.Status == CardStatus.Active ? "done.replaced_by_mail"
                    : "done.replaced_same_number",
                card.Last4, old.Last4];
            // A card without limits cannot be made: Stripe writes its own.
            var differences = SpendingControlsDiff.Between(old.SpendingControls, card.SpendingControls);
            this.Tell(done + " " + (differences.Count == 0
                ? words["done.replaced_controls"]
                : details.Notice("done.replaced_controls_differ", differences, "done.replaced_controls_differ_much")));
            return Redirect("/cards/" + replaced.Card.Id);
        }

        // The old card may be canceled by now.
        await OnGetAsync(id, cancellationToken);
        return Page();
    }
}
