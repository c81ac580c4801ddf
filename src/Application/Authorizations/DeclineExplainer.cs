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

    private static ControlDecline? Explain(
        CardView view, Authorization purchase, SpendingControls own, IReadOnlyList<PastPurchase> past)
    {
        var before = past.Where(p => p.CreatedAt <= purchase.CreatedAt && p.Id != purchase.Id);
        var decline = Decide(own, before.Where(p => p.CardId == purchase.CardId), purchase, ControlLevel.Card);
        if (decline?.Limit is { } limit && limit.Equals(StripeLimits.PerAuthorization(purchase.Amount.Currency)))
            return decline with { Level = ControlLevel.Stripe };
        return decline
            ?? Decide(view.Cardholder.SpendingControls.In(purchase.Amount.Currency), before, purchase, ControlLevel.Cardholder);
    }

    private static ControlDecline? Decide(
        SpendingControls controls, IEnumerable<PastPurchase> before, Authorization purchase, ControlLevel level)
    {
        if (controls.Equals(SpendingControls.None))
            return null;
        var history = PastPurchase.ToHistory(before, purchase.Amount.Currency);
        var kinds = history.Kinds.Append(purchase.Kind).ToList();
        var evaluator = new SpendingControlsEvaluator(controls, purchase.Amount.Currency, kinds);
        evaluator.CountAll(history);
        return evaluator.Decide(purchase.Asked, purchase.Day.DayNumber, kinds.Count - 1, level);
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
