using CleanIssuing.Application.Cards;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>A page of the history of a card's spend controls, the latest change first.</summary>
public sealed record GetSpendControlHistory(CardId CardId, long? Before = null) : IRequest<ControlHistoryPage>, IAuthorizedRequest
{
    public Requirement Requirement => new MayViewCardOfAccount(CardId);
}

internal sealed class GetSpendControlHistoryHandler(ICardReader cards, IControlHistory history, AccountContext account)
    : IRequestHandler<GetSpendControlHistory, ControlHistoryPage>
{
    public async Task<ControlHistoryPage> Handle(GetSpendControlHistory request, CancellationToken cancellationToken)
    {
        var view = await cards.FindAsync(request.CardId, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);
        var (changes, next) = await history.PageAsync(request.CardId.Value, request.Before, cancellationToken);
        return new ControlHistoryPage(view.Card, changes, next, account.Card!.IsAdmin);
    }
}
