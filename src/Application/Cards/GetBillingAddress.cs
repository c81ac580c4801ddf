using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>The billing address of a card, which shops ask for; none where Stripe has none. It is read from Stripe and not kept.</summary>
public sealed record GetBillingAddress(CardId CardId) : IRequest<BillingAddress>, IAuthorizedRequest
{
    public Requirement Requirement => new HoldsOrManagesCard(CardId);
}

public sealed record BillingAddress(CardView Card, ShippingAddress? Address);

internal sealed class GetBillingAddressHandler(ICardReader cards, IStripeCardReader stripe)
    : IRequestHandler<GetBillingAddress, BillingAddress>
{
    public async Task<BillingAddress> Handle(GetBillingAddress request, CancellationToken cancellationToken)
    {
        var card = await cards.FindAsync(request.CardId, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);
        return new BillingAddress(
            card, await stripe.FindBillingAddressAsync(card.Cardholder.Id, card.Account.OnBehalfOf, cancellationToken));
    }
}
