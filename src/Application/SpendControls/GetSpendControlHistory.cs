using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>What was changed in a card's spending controls, the latest first.</summary>
/// <param name="CardId">The card.</param>
/// <param name="Before">The last line of the page before; none for the first page.</param>
public sealed record GetSpendControlHistory(string CardId, long? Before = null) : IRequest<ControlHistoryPage>, IAuthorizedRequest
{
    /// <summary>How many lines a page has.</summary>
    public const int PageSize = 25;

    /// <inheritdoc />
    public Requirement Requirement => new ManagesCard(CardId);
}

/// <summary>A page of the history.</summary>
/// <param name="View">The card.</param>
/// <param name="Changes">The lines.</param>
/// <param name="Next">What to ask for the next page <c>Before</c>; none on the last.</param>
public sealed record ControlHistoryPage(CardView View, IReadOnlyList<ControlChange> Changes, long? Next);

internal sealed class GetSpendControlHistoryHandler(ICardReader cards, IControlHistory history)
    : IRequestHandler<GetSpendControlHistory, ControlHistoryPage>
{
    public async Task<ControlHistoryPage> Handle(GetSpendControlHistory request, CancellationToken cancellationToken)
    {
        var id = CardId.Parse(request.CardId);
        var view = await cards.FindAsync(id, cancellationToken) ?? throw new NotFoundException("card");
        var page = await history.OfCardAsync(id, request.Before, GetSpendControlHistory.PageSize + 1, cancellationToken);
        var shown = page.Take(GetSpendControlHistory.PageSize).ToList();
        return new ControlHistoryPage(view, shown, page.Count > shown.Count ? shown[^1].Id : null);
    }
}
