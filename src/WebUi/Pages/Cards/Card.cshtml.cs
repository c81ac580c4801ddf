using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.CardDetails;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.CardDetails;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Infrastructure.Stripe;
using CleanIssuing.WebUi.Hosting;
using CleanIssuing.WebUi.Web;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>One card.</summary>
[SecurityHeadersPolicy(ContentSecurity.StripePages)]
public sealed class CardModel(ISender sender, TimeProvider time, IOptions<StripeOptions> stripe, PortalInfo portal) : PageModel
{
    /// <summary>The card.</summary>
    public CardView View => Controls.View;

    /// <summary>What Stripe.js may show of it.</summary>
    public ElementsOffer Offer { get; private set; } = null!;

    /// <summary>Its face.</summary>
    public CardFace Face => new(View, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));

    /// <summary>The key that Stripe.js is started with.</summary>
    public string PublishableKey => stripe.Value.PublishableKey;

    /// <summary>Where Stripe.js comes from.</summary>
    public Uri StripeJsUrl => stripe.Value.StripeJsUrl;

    /// <summary>Its origin.</summary>
    public string StripeOrigin => StripeJsUrl.GetLeftPart(UriPartial.Authority);

    /// <summary>The Elements behind "Show details"; the PIN has a button of its own.</summary>
    public string Details => string.Join(' ', Offer.Elements.Where(e => e != CardElement.Pin)).ToLowerInvariant();

    /// <summary>The end of the sentence that says that the card was canceled.</summary>
    public string WhyCanceled => View.Card.CancellationReason switch
    {
        CancellationReason.Lost => " because it was lost",
        CancellationReason.Stolen => " because it was stolen",
        CancellationReason.DesignRejected => " because its design was rejected",
        CancellationReason.FulfillmentError => " because it could not be made or sent",
        _ => "",
    };

    /// <summary>Where a physical card is on its way.</summary>
    public string? Shipping => View.Card.ShippingStatus switch
    {
        ShippingStatus.Pending => "Being prepared",
        ShippingStatus.Submitted => "Sent to the printer",
        ShippingStatus.Shipped => "On its way",
        ShippingStatus.Delivered => "Delivered",
        ShippingStatus.Failure => "Could not be delivered",
        ShippingStatus.Returned => "Returned to the sender",
        ShippingStatus.Canceled => "Stopped before it was sent",
        _ => null,
    };

    /// <summary>What holds for its purchases.</summary>
    public CardControls Controls { get; private set; } = null!;

    /// <summary>The latest purchases.</summary>
    public CardActivity Activity { get; private set; } = null!;

    /// <summary>What the person may do with it.</summary>
    public CardChoices Choices { get; private set; } = null!;

    /// <summary>Whether purchases can be made up.</summary>
    public bool CanSimulate => Choices.IsAdmin && portal.Mode != PortalMode.Live;

    /// <summary>The form's own id.</summary>
    [BindProperty]
    public string RequestId { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>Reads the card.</summary>
    public async Task OnGetAsync(string id, [FromQuery] string? before, CancellationToken cancellationToken)
    {
        Controls = await sender.Send(new GetSpendControls(id), cancellationToken);
        Choices = await sender.Send(new GetCardChoices(id), cancellationToken);
        Offer = Choices.MayControl ? await sender.Send(new GetElementsOffer(id), cancellationToken) : ElementsOffer.Nothing;
        Activity = await sender.Send(new GetCardActivity(id, before), cancellationToken);
    }

    /// <summary>Freezes it.</summary>
    public Task<IActionResult> OnPostFreezeAsync(string id, CancellationToken cancellationToken) =>
        SendAsync(id, new FreezeCard(id, RequestId), "The card is frozen. Every purchase is declined until it is unfrozen.", cancellationToken);

    /// <summary>Unfreezes it.</summary>
    public Task<IActionResult> OnPostUnfreezeAsync(string id, CancellationToken cancellationToken) =>
        SendAsync(id, new UnfreezeCard(id, RequestId), "The card can be used again.", cancellationToken);

    /// <summary>Activates it.</summary>
    public Task<IActionResult> OnPostActivateAsync(string id, CancellationToken cancellationToken) =>
        SendAsync(id, new ActivateCard(id, RequestId), "The card is active.", cancellationToken);

    private async Task<IActionResult> SendAsync(string id, IRequest<CardChanged> request, string done, CancellationToken cancellationToken)
    {
        if (await this.TryAsync(() => sender.Send(request, cancellationToken)))
        {
            TempData["Done"] = done;
            return Redirect("/cards/" + id);
        }

        await OnGetAsync(id, null, cancellationToken);
        return Page();
    }
}
