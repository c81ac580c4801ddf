using System.Runtime.InteropServices;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>What a control would have declined.</summary>
/// <param name="Decline">The control, as it stood at the first of them.</param>
/// <param name="Count">How many purchases.</param>
/// <param name="Amount">Their total, in the minor unit.</param>
public sealed record ControlEffect(ControlDecline Decline, int Count, long Amount);

/// <summary>One purchase that would have been declined.</summary>
/// <param name="Index">Its place in the history.</param>
/// <param name="Decline">The control.</param>
public sealed record DeclineExample(int Index, ControlDecline Decline);

/// <summary>A day of the what-if.</summary>
/// <param name="Day">The day (UTC).</param>
/// <param name="Approved">How many purchases would still have been approved.</param>
/// <param name="Declined">How many would have been declined.</param>
/// <param name="DeclinedAmount">The total of those, in the minor unit.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ReplayDay(DateOnly Day, int Approved, int Declined, long DeclinedAmount);

/// <summary>What controls would have done, had they been in force.</summary>
/// <param name="Purchases">How many purchases were looked at.</param>
/// <param name="Declined">How many would have been declined.</param>
/// <param name="DeclinedAmount">Their total, in the minor unit.</param>
/// <param name="Effects">Which control would have done it, the one with most purchases first.</param>
/// <param name="Examples">The first of them.</param>
/// <param name="Days">The days, all of them.</param>
public sealed record ReplayResult(
    int Purchases, int Declined, long DeclinedAmount, IReadOnlyList<ControlEffect> Effects, IReadOnlyList<DeclineExample> Examples,
    IReadOnlyList<ReplayDay> Days);

/// <summary>
/// Runs past purchases through controls as if they had been in force all along: a purchase that they decline does not count
/// towards their limits. Purchases before the first day fill the periods that reach into it, and are not reported.
/// </summary>
public sealed class ControlReplay(PurchaseHistory history, DateOnly from, DateOnly to)
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
    /// <param name="ledger">The controls; what it has counted is forgotten.</param>
    public void Run(int card, ControlLedger ledger)
    {
        ledger.Reset();
        var (counts, sums, firsts) = (new int[ledger.Rules], new long[ledger.Rules], new ControlDecline?[ledger.Rules]);
        var (start, end) = (history.OfCard(card).Start.Value, history.OfCard(card).End.Value);
        var amounts = history.Amounts[..end];
        var days = history.Days[..end];
        var kinds = history.KindOf[..end];

        for (var i = start; i < end;)
        {
            var day = days[i];
            var (approved, first) = (0, i);
            for (; i < end && days[i] == day; i++)
            {
                if (ledger.TryCount(amounts[i], day, kinds[i]))
                    approved++;
                else if (day >= _from && day <= _to)
                {
                    var rule = ledger.RuleFor(amounts[i], day, kinds[i]);
                    counts[rule]++;
                    sums[rule] += amounts[i];
                    _declinedAmount[day - _from] += amounts[i];
                    firsts[rule] ??= ledger.Describe(rule, day);
                    if (_examples.Count < ExamplesAtMost)
                        _examples.Add(new DeclineExample(i, ledger.Describe(rule, day)));
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
                Add(decline, counts[rule], sums[rule]);
        }
    }

    /// <summary>What has been found in all cards that were run.</summary>
    public ReplayResult Result()
    {
        var declined = _declined.Sum();
        return new ReplayResult(
            declined + _approved.Sum(),
            declined,
            _declinedAmount.Sum(),
            [.. _effects.Values.OrderByDescending(e => e.Count).ThenByDescending(e => e.Amount)],
            _examples,
            [.. _approved.Select((approved, i) => new ReplayDay(DateOnly.FromDayNumber(_from + i), approved, _declined[i], _declinedAmount[i]))]);
    }

    private void Add(ControlDecline decline, int count, long amount)
    {
        var key = (decline.Kind, decline.Code, decline.Limit);
        _effects[key] = _effects.TryGetValue(key, out var effect)
            ? effect with { Count = effect.Count + count, Amount = effect.Amount + amount }
            : new ControlEffect(decline, count, amount);
    }
}
