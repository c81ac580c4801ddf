using CleanIssuing.Application.CardDetails;
using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.CardDetails;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Infrastructure.Stripe;
using CleanIssuing.WebUi.Web;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>One card.</summary>
[SecurityHeadersPolicy(ContentSecurity.StripePages)]
public sealed class CardModel(ISender sender, TimeProvider time, IOptions<StripeOptions> stripe) : PageModel
{
    /// <summary>The card.</summary>
    public CardView View { get; private set; } = null!;

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

    /// <summary>Reads the card.</summary>
    public async Task OnGetAsync(string id, CancellationToken cancellationToken)
    {
        View = await sender.Send(new GetCard(id), cancellationToken);
        Offer = await sender.Send(new GetElementsOffer(id), cancellationToken);
    }
}
