using CleanIssuing.Application.Cards;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>A page of a card's purchases, the latest first, with the reasons of declines.</summary>
public sealed record GetCardActivity(CardId CardId, AuthorizationId? Before = null) : IRequest<CardActivity>, IAuthorizedRequest
{
    public const int PageSize = 10;

    public Requirement Requirement => new MayViewCard(CardId);
}

/// <param name="SeesAccount">Whether the person is an admin or a viewer, and may know what was checked for fraud.</param>
public sealed record CardActivity(IReadOnlyList<PurchaseView> Purchases, AuthorizationId? Next, bool SeesAccount);

internal sealed class GetCardActivityHandler(
    ICardReader cards, IAuthorizationReader authorizations, DeclineExplainer explainer, AccountContext context)
    : IRequestHandler<GetCardActivity, CardActivity>
{
    public async Task<CardActivity> Handle(GetCardActivity request, CancellationToken cancellationToken)
    {
        var view = await cards.FindAsync(request.CardId, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);
        var page = await authorizations.ListForCardAsync(request.CardId, request.Before, GetCardActivity.PageSize + 1, cancellationToken);
        var shown = page.Take(GetCardActivity.PageSize).ToList();
        var declines = await explainer.ExplainAsync(view, [.. shown.Select(s => s.Authorization)], cancellationToken);
        return new CardActivity(
            [.. shown.Select(s => new PurchaseView(s.Authorization, declines.GetValueOrDefault(s.Authorization.Id), s.Refunded))],
            page.Count > shown.Count ? shown[^1].Authorization.Id : null,
            context.Card is { IsAdmin: true } or { IsViewer: true });
    }
}
