using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Runs past purchases through controls that are not in force yet.</summary>
internal sealed class ControlsPreviewer(IPurchaseHistoryReader purchases, IImportStatus import, TimeProvider time)
{
    /// <param name="ownControls">What each card would have, in this currency.</param>
    /// <param name="sharedControls">What each cardholder would have, in this currency.</param>
    public async Task<ControlsPreview> RunAsync(
        IReadOnlyList<CardView> views, Func<Card, SpendingControls> ownControls, Func<Cardholder, SpendingControls> sharedControls,
        Currency currency, int days, CancellationToken cancellationToken)
    {
        CardId[] ids = [.. views.Select(v => v.Card.Id)];
        var controlsOf = views.ToDictionary(v => v.Card.Id, v => StripeLimits.Effective(ownControls(v.Card), currency));
        // The cardholder's own controls decline too, and their limits count all of their cards.
        var sharedOf = views.DistinctBy(v => v.Cardholder.Id)
            .Select(v => (v.Cardholder.Id, Controls: sharedControls(v.Cardholder)))
            .Where(s => !s.Controls.Equals(SpendingControls.None)).ToDictionary(s => s.Id, s => s.Controls);
        var to = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var from = to.AddDays(1 - days);
        var limits = controlsOf.Values.Concat(sharedOf.Values).SelectMany(c => c.Limits);
        var since = LimitPeriod.EarliestStart(limits, from);
        var cardholderOf = views.ToDictionary(v => v.Card.Id, v => v.Cardholder.Id);

        CardId[] alone = [.. ids.Where(id => !sharedOf.ContainsKey(cardholderOf[id]))];
        CardId[] together = [.. ids.Except(alone)];
        var sides = new List<(LoadedPurchases Loaded, BacktestResult Result)>();
        if (alone.Length > 0 || together.Length == 0)
            sides.Add(RunAlone(await purchases.LoadAsync(alone, currency, since, cancellationToken), controlsOf, currency, from, to));
        if (together.Length > 0)
            sides.Add(RunTogether(
                await purchases.LoadSharedAsync([.. sharedOf.Keys], together, currency, since, cancellationToken),
                controlsOf, cardholderOf, sharedOf, currency, from, to));

        var (declined, approved) = (Side(r => r.Declined, r => r.DeclinedAmount), Side(r => r.Approved, r => r.ApprovedAmount));
        var examples = sides.SelectMany(s => s.Result.Examples.Select(e => (Id: s.Loaded.Ids[e.Index], e.Decline)))
            .Take(ExamplesAtMost).ToList();
        var approvedIds = sides.SelectMany(s => s.Result.Approved.Select(i => s.Loaded.Ids[i])).Take(ExamplesAtMost).ToList();
        var shown = await purchases.GetByIdsAsync([.. examples.Select(e => e.Id), .. approvedIds], cancellationToken);
        var result = Sum(sides.ConvertAll(s => s.Result), currency);
        return new ControlsPreview(
            result, declined, approved,
            result.Unjudged + await purchases.CountInOtherCurrenciesAsync(ids, currency, from, cancellationToken),
            [.. examples.Zip(shown, (example, purchase) => new PreviewExample(purchase, example.Decline))],
            [.. shown.Skip(examples.Count)], await import.IsHistoryCompleteAsync(cancellationToken));

        PreviewSide Side(Func<BacktestResult, IReadOnlyList<int>> which, Func<BacktestResult, Money> amount)
        {
            var found = sides.SelectMany(s => which(s.Result).Select(i => (s.Loaded, Index: i))).ToList();
            return new PreviewSide(
                found.Count, sides.Aggregate(Money.Zero(currency), (sum, s) => sum + amount(s.Result)),
                found.Select(f => cardholderOf[CardAt(f.Loaded, f.Index)]).Distinct().Count(),
                found.Select(f => f.Loaded.MerchantOf[f.Index]).Distinct().Count(),
                found.Select(f => f.Loaded.History.Days[f.Index]).Distinct().Count());
        }
    }

    private const int ExamplesAtMost = 10;

    private static (LoadedPurchases, BacktestResult) RunAlone(
        LoadedPurchases loaded, Dictionary<CardId, SpendingControls> controlsOf, Currency currency, DateOnly from, DateOnly to)
    {
        var backtest = new SpendingControlsBacktest(loaded.History, from, to);
        var evaluators = new Dictionary<SpendingControls, SpendingControlsEvaluator>();
        foreach (var (number, card) in loaded.Groups.Index())
        {
            var controls = controlsOf[card];
            if (!evaluators.TryGetValue(controls, out var evaluator))
                evaluators[controls] = evaluator = new SpendingControlsEvaluator(controls, currency, loaded.History.Kinds);
            backtest.Run(number, evaluator);
        }

        return (loaded, backtest.Result());
    }

    private static (LoadedPurchases, BacktestResult) RunTogether(
        LoadedPurchases loaded, Dictionary<CardId, SpendingControls> controlsOf, Dictionary<CardId, CardholderId> cardholderOf,
        Dictionary<CardholderId, SpendingControls> sharedOf, Currency currency, DateOnly from, DateOnly to)
    {
        var backtest = new SpendingControlsBacktest(loaded.History, from, to);
        // What an evaluator has counted is forgotten before each cardholder; only cards of one cardholder need one each.
        var pool = new Dictionary<SpendingControls, List<SpendingControlsEvaluator>>();
        for (var group = 0; group < loaded.History.Cards; group++)
        {
            var (start, end) = (loaded.History.OfCard(group).Start.Value, loaded.History.OfCard(group).End.Value);
            CardId[] cards = [.. Enumerable.Range(start, end - start).Select(i => loaded.CardOf[i])];
            // A cardholder none of whose purchases were made with a card that is asked about.
            if (cards.FirstOrDefault(controlsOf.ContainsKey) is not { Value: not null } asked)
                continue;
            var taken = new Dictionary<SpendingControls, int>();
            var own = cards.Distinct().Where(controlsOf.ContainsKey).ToDictionary(c => c, c => Take(controlsOf[c]));
            backtest.RunShared(group, [.. cards.Select(own.GetValueOrDefault)], Take(sharedOf[cardholderOf[asked]]));

            SpendingControlsEvaluator Take(SpendingControls controls)
            {
                if (!pool.TryGetValue(controls, out var free))
                    pool[controls] = free = [];
                var at = taken.GetValueOrDefault(controls);
                taken[controls] = at + 1;
                if (at == free.Count)
                    free.Add(new SpendingControlsEvaluator(controls, currency, loaded.History.Kinds));
                return free[at];
            }
        }

        return (loaded, backtest.Result());
    }

    private static CardId CardAt(LoadedPurchases loaded, int purchase)
    {
        if (loaded.CardOf.Count > 0)
            return loaded.CardOf[purchase];
        // The groups stand in the order of their purchases.
        var (low, high) = (0, loaded.Groups.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = loaded.History.OfCard(middle).Start.Value <= purchase ? (middle, high) : (low, middle - 1);
        }

        return loaded.Groups[low];
    }

    private static BacktestResult Sum(IReadOnlyList<BacktestResult> results, Currency currency) => results is [var one]
        ? one
        : new BacktestResult(
            results.Sum(r => r.Purchases),
            [.. results.SelectMany(r => r.Declined)],
            results.Aggregate(Money.Zero(currency), (sum, r) => sum + r.DeclinedAmount),
            [.. results.SelectMany(r => r.Approved)],
            results.Aggregate(Money.Zero(currency), (sum, r) => sum + r.ApprovedAmount),
            results.Sum(r => r.StillDeclined),
            results.Sum(r => r.Unjudged),
            [
                .. results.SelectMany(r => r.Effects)
                    .GroupBy(e => (e.Decline.Level, e.Decline.Kind, e.Decline.Code, e.Decline.Limit))
                    .Select(g => g.Aggregate((sum, e) => sum with { Count = sum.Count + e.Count, Amount = sum.Amount + e.Amount }))
                    .OrderByDescending(e => e.Count).ThenByDescending(e => e.Amount),
            ],
            [.. results.SelectMany(r => r.Examples)],
            [
                .. results.SelectMany(r => r.Days).GroupBy(d => d.Day).Select(g => g.Aggregate((sum, d) => sum.With(d))),
            ]);
}
