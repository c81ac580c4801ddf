using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Infrastructure.Stripe;
using CleanIssuing.WebUi.Web;
using MediatR;
using Microsoft.Extensions.Options;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace CleanIssuing.WebUi.Pages.Embedded;

/// <summary>A card in Stripe's component <c>issuing-card</c>.</summary>
[SecurityHeadersPolicy(ContentSecurity.ConnectPages)]
public sealed class CardModel(ISender sender, IOptions<StripeOptions> stripe) : ComponentPage(sender, stripe)
{
    /// <summary>The card.</summary>
    public CardView View { get; private set; } = null!;

    /// <inheritdoc />
    public override string Tag => "issuing-card";

    /// <inheritdoc />
    public override string CardId => View.Card.Id.Value;

    /// <inheritdoc />
    public override string NativePage => "/cards/" + View.Card.Id;

    /// <summary>Shows the component.</summary>
    public async Task OnGetAsync(string account, string card, CancellationToken cancellationToken)
    {
        await ReadAccountAsync(account, cancellationToken);
        View = await Sender.Send(new GetCard(card), cancellationToken);
        if (View.Account.Id != Account.Id)
            throw new NotFoundException("card");
    }
}
