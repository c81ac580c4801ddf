using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.SpendControls;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>The spend controls of a card and what has been used of its limits.</summary>
public sealed record GetSpendControls(CardId CardId) : IRequest<CardControls>, IAuthorizedRequest
{
    public Requirement Requirement => new MayViewCard(CardId);
}

/// <param name="Usage">The card's own limits, then its cardholder's.</param>
public sealed record CardControls(CardView View, IReadOnlyList<LimitUsage> Usage)
{
    /// <summary>What Stripe lets a single purchase be at most, where that is known and no limit of the card's says less.</summary>
    public Money? LargestPurchase =>
        StripeLimits.PerAuthorization(View.Card.Currency) is { } limit
        && !StripeLimits.Effective(Controls, View.Card.Currency).Equals(Controls)
            ? limit.Amount
            : null;

    public SpendingControls Controls => View.Card.SpendingControls;
}

internal sealed class GetSpendControlsHandler(ICardReader cards, IPurchaseHistoryReader purchases, TimeProvider time)
    : IRequestHandler<GetSpendControls, CardControls>
{
    public async Task<CardControls> Handle(GetSpendControls request, CancellationToken cancellationToken)
    {
        var view = await cards.FindAsync(request.CardId, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);
        var card = view.Card;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var limits = card.SpendingControls.Limits;
        var shared = view.Cardholder.SpendingControls.Limits;
        if (limits.Length == 0 && shared.Length == 0)
            return new CardControls(view, []);

        var scope = PurchaseScope.Of(view);
        var past = await purchases.ListAsync(scope, LimitPeriod.EarliestStart(limits.Concat(shared), today), cancellationToken);
        var own = PastPurchase.ToHistory(past.Where(p => p.CardId == card.Id), card.Currency);
        var all = PastPurchase.ToHistory(past, scope.SharedCurrency);
        return new CardControls(
            view,
            [
                .. LimitUsage.Of(limits, own, today, ControlLevel.Card),
                .. LimitUsage.Of(shared, all, today, ControlLevel.Cardholder),
            ]);
    }
}
