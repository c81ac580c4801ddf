using CleanIssuing.Application.Cards;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.Authorizations;

/// <summary>
/// Tells which control declined a purchase, by holding it against the controls and the purchases of its time. Two look-ups serve all
/// purchases that are asked about.
/// </summary>
internal sealed class DeclineExplainer(ICardControlsTimeline timeline, IPurchaseHistoryReader purchases, TimeProvider time)
{
    /// <param name="authorizations">Purchases of this card; approved ones get no explanation.</param>
    public async Task<IReadOnlyDictionary<AuthorizationId, DeclineExplanation>> ExplainAsync(
        CardView view, IReadOnlyCollection<Authorization> authorizations, CancellationToken cancellationToken)
    {
        var declined = authorizations.Where(a => !a.Approved).ToList();
        var byControls = declined.Where(a => a.Reason == AuthorizationReasons.SpendingControls).ToList();
        var explanations = declined.ToDictionary(a => a.Id, a => new DeclineExplanation(a.Reason, null));
        if (byControls.Count == 0)
            return explanations;

        var controlsAt = await timeline.GetAtAsync(view.Card.Id, [.. byControls.Select(a => a.CreatedAt)], cancellationToken);
        var own = byControls.ToDictionary(
            a => a.Id,
            a => StripeLimits.Effective(controlsAt.GetValueOrDefault(a.CreatedAt) ?? view.Card.SpendingControls, a.Amount.Currency));
        var past = await purchases.ListAsync(PurchaseScope.Of(view), EarliestDay(view, byControls, own), cancellationToken);
        foreach (var purchase in byControls)
            explanations[purchase.Id] = new(purchase.Reason, Explain(view, purchase, own[purchase.Id], past));
        return explanations;
    }

    /// <summary>What would decline a purchase with the card now; none where no control would.</summary>
    public async Task<ControlDecline?> DecideNowAsync(CardView view, Money amount, PurchaseKind kind, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var own = StripeLimits.Effective(view.Card.SpendingControls, amount.Currency);
        var limits = own.Limits.Concat(view.Cardholder.SpendingControls.Limits);
        var past = await purchases.ListAsync(PurchaseScope.Of(view), LimitPeriod.EarliestStart(limits, today), cancellationToken);
        return Decide(view, own, amount, today, kind, past);
    }

    private static ControlDecline? Explain(
        CardView view, Authorization purchase, SpendingControls own, IReadOnlyList<PastPurchase> past)
    {
        var before = past.Where(p => p.CreatedAt <= purchase.CreatedAt && p.Id != purchase.Id);
        return Decide(view, own, purchase.Asked, purchase.Day, purchase.Kind, before);
    }

    /// <summary>The card's own controls come first, then its cardholder's.</summary>
    private static ControlDecline? Decide(
        CardView view, SpendingControls own, Money asked, DateOnly day, PurchaseKind kind, IEnumerable<PastPurchase> before)
    {
        var decline = Decide(own, before.Where(p => p.CardId == view.Card.Id), asked, day, kind, ControlLevel.Card);
        if (decline?.Limit is { } limit && limit.Equals(StripeLimits.PerAuthorization(asked.Currency)))
            return decline with { Level = ControlLevel.Stripe };
        return decline
            ?? Decide(view.Cardholder.SpendingControls.In(asked.Currency), before, asked, day, kind, ControlLevel.Cardholder);
    }

    private static ControlDecline? Decide(
        SpendingControls controls, IEnumerable<PastPurchase> before, Money asked, DateOnly day, PurchaseKind kind, ControlLevel level)
    {
        if (controls.Equals(SpendingControls.None))
            return null;
        var history = PastPurchase.ToHistory(before, asked.Currency);
        var kinds = history.Kinds.Append(kind).ToList();
        var evaluator = new SpendingControlsEvaluator(controls, asked.Currency, kinds);
        evaluator.CountAll(history);
        return evaluator.Decide(asked, day.DayNumber, kinds.Count - 1, level);
    }

    // Reaches back to what the limits in force today count too: the page shows both, and reads the purchases once.
    private DateOnly EarliestDay(CardView view, List<Authorization> declined, Dictionary<AuthorizationId, SpendingControls> own)
    {
        var shared = view.Cardholder.SpendingControls.Limits;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var present = view.Card.SpendingControls.Limits;
        return declined.Select(a => LimitPeriod.EarliestStart(own[a.Id].Limits.Concat(shared), a.Day))
            .Append(LimitPeriod.EarliestStart(present.Concat(shared), today)).Min();
    }
}
