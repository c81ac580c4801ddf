using CleanIssuing.Application.Authorizations;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.SpendControls;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Pages.Cards;
using CleanIssuing.WebUi.Pages.Shared;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Authorizations;

/// <summary>One purchase: why it was declined, what happened to it, and where it was made.</summary>
public sealed class PurchaseModel(ISender sender, TimeProvider time, PersonTimes times, Words words) : PageModel, IOfAccount
{
    AccountId IOfAccount.OfAccount => Purchase.AccountId;

    public PurchasePage Found { get; private set; } = null!;

    public Authorization Purchase => Found.Purchase;

    [BindProperty]
    public string? Memo { get; set; }

    public CardFace Face => new(Found.Card, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));

    /// <summary>The limit that declined it, where it was one that counts over a period.</summary>
    public ControlDecline? LimitDecline =>
        Found.Decline?.Control is { Limit: { Interval: not LimitInterval.PerAuthorization, Amount.Minor: > 0 } } control ? control : null;

    /// <summary>When that limit counts from nothing again; none where that has been, or never will be.</summary>
    public DateOnly? Resets => LimitDecline?.Limit is { } limit
        && LimitPeriod.Of(limit.Interval, Purchase.Day).End is { } end
        && end > DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)
        ? end
        : null;

    /// <summary>Who set the control that declined it, and when, as a sentence; empty where no control did.</summary>
    public string SetBy => Found.Origin switch
    {
        null => Found.Decline?.Control is { Level: not ControlLevel.Stripe } ? words["decline_origin.unknown"] : "",
        { ByName: { } name } by => words["decline_origin", name, times.Date(times.DayOf(by.At))],
        { ById: null } stripe => words["decline_origin.stripe", times.Date(times.DayOf(stripe.At))],
        { } gone => words["decline_origin.gone", times.Date(times.DayOf(gone.At))],
    };

    public async Task OnGetAsync([FromRoute] AuthorizationId id, CancellationToken cancellationToken)
    {
        Found = await sender.Send(new GetPurchase(id), cancellationToken);
        Memo = Found.Memo;
    }

    public async Task<IActionResult> OnPostMemoAsync([FromRoute] AuthorizationId id, CancellationToken cancellationToken)
    {
        var memo = Memo;
        if (await this.TryAsync(() => sender.Send(new SetPurchaseMemo(id, memo), cancellationToken), _ => nameof(Memo)))
        {
            this.Tell(words["done.kept"]);
            return Redirect("/purchases/" + id);
        }

        await OnGetAsync(id, cancellationToken);
        Memo = memo;
        return Page();
    }
}
