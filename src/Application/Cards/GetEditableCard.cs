using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>One card for an editor, which a viewer sees without being able to save.</summary>
public sealed record GetEditableCard(CardId CardId) : IRequest<EditableCard>, IAuthorizedRequest
{
    public Requirement Requirement => new MayViewCardOfAccount(CardId);
}

/// <param name="IsManaged">Whether the person is an admin of the account.</param>
public sealed record EditableCard(CardView View, bool IsManaged);

internal sealed class GetEditableCardHandler(ICardReader cards, IAccessReader access, ICurrentActor current)
    : IRequestHandler<GetEditableCard, EditableCard>
{
    public async Task<EditableCard> Handle(GetEditableCard request, CancellationToken cancellationToken)
    {
        var view = await cards.FindAsync(request.CardId, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);
        return new EditableCard(view, await access.IsAdminAsync(current.Actor.UserId!, view.Account.Id, cancellationToken));
    }
}
