using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.CardDetails;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.CardDetails;

/// <summary>Which Issuing Elements the card's page may mount, and how it starts Stripe.js.</summary>
/// <param name="CardId">The card. One that cannot be a card's id is one that does not exist.</param>
public sealed record GetElementsOffer(string CardId) : IRequest<ElementsOffer>, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new MayViewCardDetails(CardId);
}

internal sealed class GetElementsOfferHandler(ICardReader cards, IPhysicalCardDetailsFeature feature)
    : IRequestHandler<GetElementsOffer, ElementsOffer>
{
    public async Task<ElementsOffer> Handle(GetElementsOffer request, CancellationToken cancellationToken)
    {
        var view = await cards.FindAsync(CardId.Parse(request.CardId), cancellationToken) ?? throw new NotFoundException("card");
        return ElementsOffer.For(view.Card, view.Account, await feature.IsOnForAsync(view.Account.Id));
    }
}
