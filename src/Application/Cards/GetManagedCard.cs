using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>One card, for those who manage it.</summary>
/// <param name="CardId">The card. One that cannot be a card's id is one that does not exist.</param>
public sealed record GetManagedCard(string CardId) : IRequest<CardView>, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new ManagesCard(CardId);
}

internal sealed class GetManagedCardHandler(ICardReader cards) : IRequestHandler<GetManagedCard, CardView>
{
    public async Task<CardView> Handle(GetManagedCard request, CancellationToken cancellationToken) =>
        await cards.FindAsync(CardId.Parse(request.CardId), cancellationToken) ?? throw new NotFoundException("card");
}
