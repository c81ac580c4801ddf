using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>One card, for everybody who may see it.</summary>
public sealed record GetCard(CardId CardId) : IRequest<CardView>, IAuthorizedRequest
{
    public Requirement Requirement => new MayViewCard(CardId);
}

internal sealed class GetCardHandler(ICardReader cards) : IRequestHandler<GetCard, CardView>
{
    public async Task<CardView> Handle(GetCard request, CancellationToken cancellationToken) =>
        await cards.FindAsync(request.CardId, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);
}
