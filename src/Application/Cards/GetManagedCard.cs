using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>One card, for those who manage it.</summary>
public sealed record GetManagedCard(CardId CardId) : IRequest<CardView>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesCard(CardId);
}

internal sealed class GetManagedCardHandler(ICardReader cards) : IRequestHandler<GetManagedCard, CardView>
{
    public async Task<CardView> Handle(GetManagedCard request, CancellationToken cancellationToken) =>
        await cards.FindAsync(request.CardId, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);
}
