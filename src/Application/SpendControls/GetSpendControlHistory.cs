using CleanIssuing.Application.Cards;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>A page of the history of a card's spend controls, the latest change first.</summary>
public sealed record GetSpendControlHistory(CardId CardId, long? Before = null) : IRequest<ControlHistoryPage>, IAuthorizedRequest
{
    public const int PageSize = 25;

    public Requirement Requirement => new ManagesCard(CardId);
}

public sealed record ControlHistoryPage(CardView View, IReadOnlyList<ControlChange> Changes, long? Next);

internal sealed class GetSpendControlHistoryHandler(ICardReader cards, IControlHistory history)
    : IRequestHandler<GetSpendControlHistory, ControlHistoryPage>
{
    public async Task<ControlHistoryPage> Handle(GetSpendControlHistory request, CancellationToken cancellationToken)
    {
        var view = await cards.FindAsync(request.CardId, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);
        var page = await history.ListForCardAsync(
            request.CardId, request.Before, GetSpendControlHistory.PageSize + 1, cancellationToken);
        var shown = page.Take(GetSpendControlHistory.PageSize).ToList();
        return new ControlHistoryPage(view, shown, page.Count > shown.Count ? shown[^1].Id : null);
    }
}
