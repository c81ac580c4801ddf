using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>A card, for its cardholder and the admins of its account.</summary>
public sealed record GetHeldCard(CardId CardId) : IRequest<CardView>, IAuthorizedRequest
{
    public Requirement Requirement => new HoldsOrManagesCard(CardId);
}

internal sealed class GetHeldCardHandler(ICardReader cards) : IRequestHandler<GetHeldCard, CardView>
{
    public async Task<CardView> Handle(GetHeldCard request, CancellationToken cancellationToken) =>
        await cards.FindAsync(request.CardId, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);
}
