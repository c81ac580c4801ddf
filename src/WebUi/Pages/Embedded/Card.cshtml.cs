using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Infrastructure.Stripe;
using CleanIssuing.WebUi.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace CleanIssuing.WebUi.Pages.Embedded;

/// <summary>A card in Stripe's component <c>issuing-card</c>.</summary>
[SecurityHeadersPolicy(ContentSecurity.ConnectPages)]
public sealed class CardModel(ISender sender, IOptions<StripeOptions> stripe) : ComponentPage(sender, stripe)
{
    public CardView View { get; private set; } = null!;

    public override string Tag => "issuing-card";

    public override string CardId => View.Card.Id.Value;

    public override string NativePage => "/cards/" + View.Card.Id;

    public async Task OnGetAsync([FromRoute] AccountId account, [FromRoute] CardId card, CancellationToken cancellationToken)
    {
        await ReadAccountAsync(account, cancellationToken);
        View = await Sender.Send(new GetCard(card), cancellationToken);
        if (View.Account.Id != Account.Id)
            throw new NotFoundException(EntityKind.Card);
    }
}
