using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>
/// Runs past purchases through controls as if they had been in force all along: a purchase that they decline does not count
/// towards their limits. Purchases before the first day fill the periods that reach into it, and are not reported.
/// </summary>
public sealed class SpendingControlsBacktest(PurchaseHistory history, DateOnly from, DateOnly to)
{
    private const int ExamplesAtMost = 10;

    private readonly int _from = from.DayNumber;
    private readonly int _to = to.DayNumber;
    private readonly int[] _approved = new int[to.DayNumber - from.DayNumber + 1];
    private readonly int[] _declined = new int[to.DayNumber - from.DayNumber + 1];
    private readonly long[] _declinedAmount = new long[to.DayNumber - from.DayNumber + 1];
    private readonly Dictionary<(ControlKind, string, SpendingLimit?), ControlEffect> _effects = [];
    private readonly List<DeclineExample> _examples = [];

    /// <summary>Runs the purchases of one card.</summary>
    /// <param name="card">The number of the card in the history.</param>
    /// <param name="evaluator">The controls; what it has counted is forgotten.</param>
    public void Run(int card, SpendingControlsEvaluator evaluator)
    {
        evaluator.CheckCurrency(history);
        evaluator.Reset();
        var (counts, sums, firsts) = (new int[evaluator.Rules], new long[evaluator.Rules], new ControlDecline?[evaluator.Rules]);
        var (start, end) = (history.OfCard(card).Start.Value, history.OfCard(card).End.Value);
        var amounts = history.Amounts[..end];
        var spent = history.Spent[..end];
        var days = history.Days[..end];
        var kinds = history.KindOf[..end];

        for (var i = start; i < end;)
        {
            var day = days[i];
            var (approved, first) = (0, i);
            for (; i < end && days[i] == day; i++)
            {
                if (evaluator.TryAuthorize(amounts[i], day, kinds[i]))
                {
                    approved++;
                    // Captures are never checked, but they count.
                    if (spent[i] != amounts[i])
                        evaluator.Count(spent[i] - amounts[i], day, kinds[i]);
                }
                else if (day >= _from && day <= _to)
                {
                    var rule = evaluator.RuleFor(amounts[i], day, kinds[i]);
                    counts[rule]++;
                    sums[rule] += amounts[i];
                    _declinedAmount[day - _from] += amounts[i];
                    firsts[rule] ??= evaluator.Describe(rule, day);
                    if (_examples.Count < ExamplesAtMost)
                        _examples.Add(new DeclineExample(i, evaluator.Describe(rule, day)));
                }
            }

            if (day >= _from && day <= _to)
            {
                _approved[day - _from] += approved;
                _declined[day - _from] += i - first - approved;
            }
        }

        for (var rule = 0; rule < counts.Length; rule++)
        {
            if (firsts[rule] is { } decline)
                Add(decline, counts[rule], new Money(sums[rule], history.Currency));
        }
    }

    /// <summary>What has been found in all cards that were run.</summary>
    public BacktestResult Result()
    {
        var declined = _declined.Sum();
        return new BacktestResult(
            declined + _approved.Sum(),
            declined,
            new Money(_declinedAmount.Sum(), history.Currency),
            [.. _effects.Values.OrderByDescending(e => e.Count).ThenByDescending(e => e.Amount)],
            _examples,
            [
                .. _approved.Select((approved, i) => new BacktestDay(
                    DateOnly.FromDayNumber(_from + i), approved, _declined[i], new Money(_declinedAmount[i], history.Currency))),
            ]);
    }

    private void Add(ControlDecline decline, int count, Money amount)
    {
        var key = (decline.Kind, decline.Code, decline.Limit);
        _effects[key] = _effects.TryGetValue(key, out var effect)
            ? effect with { Count = effect.Count + count, Amount = effect.Amount + amount }
            : new ControlEffect(decline, count, amount);
    }
}
