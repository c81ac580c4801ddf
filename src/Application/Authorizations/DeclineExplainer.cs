using CleanIssuing.Application.Cards;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.Authorizations;

/// <summary>
/// Tells which control declined a purchase, by holding it against the controls and the purchases of its time. Two look-ups serve all
/// purchases that are asked about.
/// </summary>
internal sealed class DeclineExplainer(
    ICardControlsTimeline timeline, IPurchaseHistoryReader purchases, IAccessReader access, TimeProvider time)
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

        var timelineOf = await timeline.GetAtAsync(
            view.Card.Id, view.Cardholder.Id, [.. byControls.Select(a => a.CreatedAt)], cancellationToken);
        var inForce = byControls.ToDictionary(
            a => a.Id,
            a => (
                Own: StripeLimits.Effective(timelineOf[a.CreatedAt].Card ?? view.Card.SpendingControls, a.Amount.Currency),
                Shared: timelineOf[a.CreatedAt].Cardholder ?? view.Cardholder.SpendingControls));
        var past = await purchases.ListAsync(
            PurchaseScope.Of(view, [.. inForce.Values.Select(c => c.Shared)]), EarliestDay(view, byControls, inForce), cancellationToken);
        foreach (var purchase in byControls)
        {
            var (own, shared) = inForce[purchase.Id];
            var before = past.Where(p => p.CreatedAt <= purchase.CreatedAt && p.Id != purchase.Id);
            explanations[purchase.Id] = new(
                purchase.Reason, Decide(view, own, shared, purchase.Asked, purchase.Day, purchase.Kind, before));
        }

        return explanations;
    }

    /// <summary>Who set the control that declined a purchase, and when; none where that is not known, or where it is Stripe's.</summary>
    public async Task<ControlOrigin?> FindOriginAsync(
        CardView view, Authorization purchase, ControlDecline decline, CancellationToken cancellationToken)
    {
        if (decline.Level == ControlLevel.Stripe)
            return null;
        var owner = decline.Level == ControlLevel.Card ? view.Card.Id.Value : view.Cardholder.Id.Value;
        var origin = await timeline.FindOriginAsync(owner, purchase.CreatedAt, HasControl, cancellationToken);
        return origin?.ById is { } by
            ? origin with { ByName = await access.FindNameAsync(by, cancellationToken) }
            : origin;

        bool HasControl(SpendingControls controls) => decline.Kind switch
        {
            ControlKind.Category => !controls.Categories.Permits(decline.Code),
            ControlKind.Country => !controls.Countries.Permits(decline.Code),
            ControlKind.Presence => !controls.Presences.Permits(decline.Code),
            _ => decline.Limit is { } limit && controls.Limits.Contains(limit),
        };
    }

    /// <summary>What would decline a purchase with the card now; none where no control would.</summary>
    public async Task<ControlDecline?> DecideNowAsync(CardView view, Money amount, PurchaseKind kind, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var own = StripeLimits.Effective(view.Card.SpendingControls, amount.Currency);
        var limits = own.Limits.Concat(view.Cardholder.SpendingControls.Limits);
        var past = await purchases.ListAsync(PurchaseScope.Of(view), LimitPeriod.EarliestStart(limits, today), cancellationToken);
        return Decide(view, own, view.Cardholder.SpendingControls, amount, today, kind, past);
    }

    /// <summary>The card's own controls come first, then its cardholder's.</summary>
    private static ControlDecline? Decide(
        CardView view, SpendingControls own, SpendingControls shared, Money asked, DateOnly day, PurchaseKind kind,
        IEnumerable<PastPurchase> before)
    {
        var decline = Decide(own, before.Where(p => p.CardId == view.Card.Id), asked, day, kind, ControlLevel.Card);
        if (decline?.Limit is { } limit && limit.Equals(StripeLimits.PerAuthorization(asked.Currency)))
            return decline with { Level = ControlLevel.Stripe };
        return decline ?? Decide(shared.In(asked.Currency), before, asked, day, kind, ControlLevel.Cardholder);
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

    // Reaches back to what the limits in force today count too: the page shows both, and mostly reads the purchases once.
    private DateOnly EarliestDay(
        CardView view, List<Authorization> declined, Dictionary<AuthorizationId, (SpendingControls Own, SpendingControls Shared)> inForce)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var present = view.Card.SpendingControls.Limits.Concat(view.Cardholder.SpendingControls.Limits);
        return declined
            .Select(a => LimitPeriod.EarliestStart(inForce[a.Id].Own.Limits.Concat(inForce[a.Id].Shared.Limits), a.Day))
            .Append(LimitPeriod.EarliestStart(present, today)).Min();
    }
}
