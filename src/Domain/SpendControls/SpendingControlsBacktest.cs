using System.Runtime.InteropServices;
using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>
/// Runs past purchases through controls as if they had been in force all along: a purchase that they decline does not count
/// towards their limits, and one that controls declined in fact, and these approve, does. Purchases before the first day fill the periods
/// that reach into it, and are not reported.
/// </summary>
public sealed class SpendingControlsBacktest(PurchaseHistory history, DateOnly from, DateOnly to)
{
    private const int ExamplesAtMost = 10;

    private readonly int _from = from.DayNumber;
    private readonly int _to = to.DayNumber;
    private readonly Day[] _days = new Day[to.DayNumber - from.DayNumber + 1];
    private readonly List<int> _declined = [];
    private readonly List<int> _approved = [];
    private readonly Dictionary<(ControlLevel, ControlKind, string, SpendingLimit?), ControlEffect> _effects = [];
    private readonly List<DeclineExample> _examples = [];
    private readonly bool[] _isUnknown = [.. history.Kinds.Select(kind => kind.Category.Length == 0 || kind.Country.Length == 0)];
    private int _stillDeclined;
    private int _unjudged;

    /// <summary>Runs the purchases of one card, whose cardholder has no controls.</summary>
    /// <param name="card">The number of the card in the history.</param>
    /// <param name="evaluator">The controls; what it has counted is forgotten.</param>
    public void Run(int card, SpendingControlsEvaluator evaluator)
    {
        evaluator.CheckCurrency(history);
        evaluator.Reset();
        var counts = new Counts(evaluator.Rules);
        var (start, end) = (history.OfCard(card).Start.Value, history.OfCard(card).End.Value);
        var amounts = history.Amounts[..end];
        var spent = history.Spent[..end];
        var days = history.Days[..end];
        var kinds = history.KindOf[..end];
        var wasDeclined = history.WasDeclined[..end];

        for (var i = start; i < end;)
        {
            var day = days[i];
            var isReported = day >= _from && day <= _to;
            var (kept, keptAmount) = (0, 0L);
            for (; i < end && days[i] == day; i++)
            {
                if (_isUnknown[kinds[i]])
                {
                    Skip(i, isReported, evaluator);
                }
                else if (evaluator.TryAuthorize(amounts[i], day, kinds[i]))
                {
                    // Captures are never checked, but they count.
                    if (spent[i] != amounts[i])
                        evaluator.Count(spent[i] - amounts[i], day, kinds[i]);
                    if (!wasDeclined[i])
                        (kept, keptAmount) = (kept + 1, keptAmount + amounts[i]);
                    else if (isReported)
                        Approve(i);
                }
                else if (isReported)
                {
                    Decline(i, wasDeclined[i], evaluator, counts, ControlLevel.Card);
                }
            }

            if (isReported)
                Keep(day, kept, keptAmount);
        }

        AddEffects(counts);
    }

    /// <summary>
    /// Runs the purchases of all cards of a cardholder who has controls of their own, in the order of time: a purchase passes where the
    /// card's and the cardholder's controls let it.
    /// </summary>
    /// <param name="group">The number of the cardholder in the history.</param>
    /// <param name="ownOf">
    /// The controls of the card that each purchase of the group was made with; none for a card that is not asked about, whose purchases
    /// count as they happened. What they have counted is forgotten.
    /// </param>
    /// <param name="shared">The cardholder's controls; what it has counted is forgotten.</param>
    public void RunShared(int group, IReadOnlyList<SpendingControlsEvaluator?> ownOf, SpendingControlsEvaluator shared)
    {
        shared.CheckCurrency(history);
        shared.Reset();
        var counts = new Dictionary<SpendingControlsEvaluator, Counts> { [shared] = new(shared.Rules) };
        foreach (var own in ownOf.OfType<SpendingControlsEvaluator>())
        {
            if (counts.TryAdd(own, new Counts(own.Rules)))
                own.Reset();
        }

        var start = history.OfCard(group).Start.Value;
        for (var i = start; i < history.OfCard(group).End.Value; i++)
        {
            var (amount, spent, day, kind) = (history.Amounts[i], history.Spent[i], history.Days[i], history.KindOf[i]);
            var (wasDeclined, isReported) = (history.WasDeclined[i], day >= _from && day <= _to);
            if (ownOf[i - start] is not { } own)
            {
                if (!wasDeclined)
                    shared.Count(spent, day, kind);
                continue;
            }

            if (_isUnknown[kind])
            {
                Skip(i, isReported, own);
                Skip(i, isReported: false, shared);
                continue;
            }

            var (decliner, level) = own.RuleFor(amount, day, kind) >= 0 ? (own, ControlLevel.Card)
                : shared.RuleFor(amount, day, kind) >= 0 ? (shared, ControlLevel.Cardholder)
                : (null, ControlLevel.Card);
            if (decliner is null)
            {
                own.Count(spent, day, kind);
                shared.Count(spent, day, kind);
                if (isReported && wasDeclined)
                    Approve(i);
                else if (isReported)
                    Keep(day, 1, amount);
            }
            else if (isReported)
            {
                Decline(i, wasDeclined, decliner, counts[decliner], level);
            }
        }

        foreach (var one in counts.Values)
            AddEffects(one);
    }

    /// <summary>What has been found in all cards that were run.</summary>
    public BacktestResult Result() => new(
        _days.Sum(d => d.Kept) + _declined.Count,
        _declined,
        In(_days.Sum(d => d.DeclinedAmount)),
        _approved,
        In(_days.Sum(d => d.ApprovedAmount)),
        _stillDeclined,
        _unjudged,
        [.. _effects.Values.OrderByDescending(e => e.Count).ThenByDescending(e => e.Amount)],
        _examples,
        [
            .. _days.Select((d, i) => new BacktestDay(
                DateOnly.FromDayNumber(_from + i), d.Kept, In(d.KeptAmount), d.Declined, In(d.DeclinedAmount), d.Approved,
                In(d.ApprovedAmount))),
        ]);

    /// <summary>
    /// Of a merchant whose category or country is not told nobody can say what controls do. What it came to counts all the same.
    /// </summary>
    private void Skip(int purchase, bool isReported, SpendingControlsEvaluator evaluator)
    {
        if (isReported)
            _unjudged++;
        if (!history.WasDeclined[purchase])
            evaluator.Count(history.Spent[purchase], history.Days[purchase], history.KindOf[purchase]);
    }

    private void Keep(int number, int purchases, long amount)
    {
        ref var day = ref _days[number - _from];
        day.Kept += purchases;
        day.KeptAmount += amount;
    }

    private void Approve(int purchase)
    {
        ref var day = ref _days[history.Days[purchase] - _from];
        day.Approved++;
        day.ApprovedAmount += history.Amounts[purchase];
        _approved.Add(purchase);
    }

    private void Decline(int purchase, bool wasDeclined, SpendingControlsEvaluator decliner, Counts counts, ControlLevel level)
    {
        if (wasDeclined)
        {
            _stillDeclined++;
            return;
        }

        var amount = history.Amounts[purchase];
        var number = history.Days[purchase];
        var rule = decliner.RuleFor(amount, number, history.KindOf[purchase]);
        counts.Purchases[rule]++;
        counts.Sums[rule] += amount;
        counts.Firsts[rule] ??= decliner.Describe(rule, number, level);
        ref var day = ref _days[number - _from];
        day.Declined++;
        day.DeclinedAmount += amount;
        _declined.Add(purchase);
        if (_examples.Count < ExamplesAtMost)
            _examples.Add(new DeclineExample(purchase, decliner.Describe(rule, number, level)));
    }

    private void AddEffects(Counts counts)
    {
        for (var rule = 0; rule < counts.Firsts.Length; rule++)
        {
            if (counts.Firsts[rule] is not { } decline)
                continue;
            var key = (decline.Level, decline.Kind, decline.Code, decline.Limit);
            var (count, amount) = (counts.Purchases[rule], In(counts.Sums[rule]));
            _effects[key] = _effects.TryGetValue(key, out var effect)
                ? effect with { Count = effect.Count + count, Amount = effect.Amount + amount }
                : new ControlEffect(decline, count, amount);
        }
    }

    private Money In(long minor) => new(minor, history.Currency);

    /// <summary>What each rule has declined.</summary>
    private sealed class Counts(int rules)
    {
        public int[] Purchases { get; } = new int[rules];

        public long[] Sums { get; } = new long[rules];

        public ControlDecline?[] Firsts { get; } = new ControlDecline?[rules];
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Day
    {
        public int Kept;
        public long KeptAmount;
        public int Declined;
        public long DeclinedAmount;
        public int Approved;
        public long ApprovedAmount;
    }
}
