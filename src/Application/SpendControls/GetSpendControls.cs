using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SpendControls;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>A card's spending controls and how much of each limit is used, for those who may see the card.</summary>
/// <param name="CardId">The card.</param>
public sealed record GetSpendControls(string CardId) : IRequest<CardControls>, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new MayViewCard(CardId);
}

/// <summary>What holds for a card.</summary>
/// <param name="View">The card.</param>
/// <param name="Version">What an editor starts from.</param>
/// <param name="Uses">The use of every limit, the card's and its cardholder's, as far as the currencies are the same.</param>
/// <param name="IsDefaultLimit">Whether the card has no limit of its own, so that Stripe's default holds.</param>
public sealed record CardControls(CardView View, string Version, IReadOnlyList<LimitUse> Uses, bool IsDefaultLimit)
{
    /// <summary>The card's own controls.</summary>
    public SpendingControls Controls => View.Card.SpendingControls;
}

internal sealed class GetSpendControlsHandler(ICardReader cards, IPurchaseReader purchases, TimeProvider time)
    : IRequestHandler<GetSpendControls, CardControls>
{
    public async Task<CardControls> Handle(GetSpendControls request, CancellationToken cancellationToken)
    {
        var view = await cards.FindAsync(CardId.Parse(request.CardId), cancellationToken) ?? throw new NotFoundException("card");
        var (card, holder) = (view.Card, view.Cardholder);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var uses = new List<LimitUse>();

        var limits = StripeDefaultLimit.EffectiveLimits(card.SpendingControls, card.Currency);
        if (limits.Count > 0)
            uses.AddRange(LimitUse.Of(
                limits, (await purchases.HistoryAsync([card.Id], LimitPeriod.EarliestStart(limits, today), cancellationToken)).Purchases, today, card.Currency, ControlLevel.Card));
        if (holder.SpendingControls.Limits is { Length: > 0 } shared)
            uses.AddRange(LimitUse.Of(
                shared, (await purchases.OfCardholderAsync(holder.Id, LimitPeriod.EarliestStart(shared, today), null, cancellationToken)).Purchases, today, card.Currency, ControlLevel.Cardholder));
        return new CardControls(view, card.SpendingControls.Version, uses, card.SpendingControls.Limits.Length == 0);
    }
}
