using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.CardDetails;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.CardDetails;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Infrastructure.Stripe;
using CleanIssuing.WebUi.Hosting;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Pages.Shared;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace CleanIssuing.WebUi.Pages.Cards;

[SecurityHeadersPolicy(ContentSecurity.StripePages)]
public sealed class CardModel(ISender sender, TimeProvider time, IOptions<StripeOptions> stripe, PortalInfo portal, Words words)
    : PageModel, IOfAccount
{
    AccountId IOfAccount.OfAccount => View.Account.Id;

    public CardView View => Controls.View;

    public ElementsConfiguration Elements { get; private set; } = null!;

    public CardFace Face => new(View, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), IsHolder);

    public string PublishableKey => stripe.Value.PublishableKey;

    public Uri StripeJsUrl => stripe.Value.StripeJsUrl;

    public string StripeOrigin => StripeJsUrl.GetLeftPart(UriPartial.Authority);

    /// <summary>The Elements behind "Show details"; the PIN has a button of its own.</summary>
    public string Details => string.Join(' ', Elements.Elements.Where(e => e != CardElement.Pin)).ToLowerInvariant();

    /// <summary>The code of the words.</summary>
    public string WhyCanceled =>
        View.Card.CancellationReason is { } reason ? "card.was_canceled." + reason.ToCode() : "card.was_canceled";

    /// <summary>The code of where a physical card is.</summary>
    public string? Shipping => View.Card.ShippingStatus?.ToCode();

    public CardControls Controls { get; private set; } = null!;

    public CardActivity Activity { get; private set; } = null!;

    public AllowedCardActions Allowed { get; private set; } = null!;

    /// <summary>Whether it is one of the person's own cards, and not one of an account that they see.</summary>
    public bool IsHolder => Allowed is { HoldsOrManages: true, IsAdmin: false };

    public bool CanSimulate => Allowed.IsAdmin && portal.Mode != PortalMode.Live;

    /// <summary>The last four digits, with which a cardholder shows that the card has arrived.</summary>
    [BindProperty]
    public string? Confirmation { get; set; }

    [BindProperty]
    public string RequestId { get; set; } = Guid.NewGuid().ToString("N");

    public async Task OnGetAsync([FromRoute] CardId id, [FromQuery] string? before, CancellationToken cancellationToken)
    {
        var cursor = Queries.Id<AuthorizationId>(before, "before", InvalidReason.AuthorizationId);
        Allowed = await sender.Send(new GetAllowedCardActions(id), cancellationToken);
        Elements = Allowed.HoldsOrManages
            ? await sender.Send(new GetElementsConfiguration(id), cancellationToken)
            : ElementsConfiguration.Nothing;
        // The purchases first: what explains the declines serves the limits too.
        Activity = await sender.Send(new GetCardActivity(id, cursor), cancellationToken);
        Controls = await sender.Send(new GetSpendControls(id), cancellationToken);
    }

    public Task<IActionResult> OnPostFreezeAsync([FromRoute] CardId id, CancellationToken cancellationToken) =>
        SendAsync(id, new FreezeCard(id, RequestId), "done.frozen", cancellationToken);

    public Task<IActionResult> OnPostUnfreezeAsync([FromRoute] CardId id, CancellationToken cancellationToken) =>
        SendAsync(id, new UnfreezeCard(id, RequestId), "done.unfrozen", cancellationToken);

    public Task<IActionResult> OnPostActivateAsync([FromRoute] CardId id, CancellationToken cancellationToken) =>
        SendAsync(id, new ActivateCard(id, Confirmation, RequestId), "done.activated", cancellationToken);

    private async Task<IActionResult> SendAsync(CardId id, IRequest<CardChanged> request, string done, CancellationToken cancellationToken)
    {
        CardChanged? changed = null;
        if (await this.TryAsync(async () => changed = await sender.Send(request, cancellationToken)))
        {
            // What an admin holds that its cardholder had frozen was not active before, and is not after an undo.
            this.Tell(words[done], request is FreezeCard && changed!.WasActive ? $"/cards/{id}?handler=Unfreeze" : null);
            return Redirect("/cards/" + id);
        }

        await OnGetAsync(id, null, cancellationToken);
        return Page();
    }
}
