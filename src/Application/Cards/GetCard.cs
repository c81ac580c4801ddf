using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>One card, for those who may see it.</summary>
/// <param name="CardId">The card. One that cannot be a card's id is one that does not exist.</param>
public sealed record GetCard(string CardId) : IRequest<CardView>, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new MayViewCard(CardId);
}

internal sealed class GetCardHandler(ICardReader cards) : IRequestHandler<GetCard, CardView>
{
    public async Task<CardView> Handle(GetCard request, CancellationToken cancellationToken) =>
        await cards.FindAsync(CardId.Parse(request.CardId), cancellationToken) ?? throw new NotFoundException("card");
}
