using System.Runtime.CompilerServices;
using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>
/// Holds purchases against controls and keeps what was spent in each period. The one place that knows what controls mean: the
/// backtest, the usage of limits and the explanations of declines all ask it.
/// </summary>
public sealed class SpendingControlsEvaluator
{
    private const int Refused = -1;

    private readonly SpendingControls _controls;
    private readonly Currency _currency;
    private readonly IReadOnlyList<PurchaseKind> _kinds;

    // For each kind of purchase: refused, or which set of limits counts it. Set 0 is the limits on all categories alone.
    private readonly int[] _setOfKind;
    private readonly int[][] _sets;

    // For each set, every limit that counts it, in their order; for a kind that is refused, the number of its refusal.
    private readonly int[][] _limitsOfSet;
    private readonly int[] _refusalOfKind;
    private readonly List<ControlDecline> _refusals = [];

    private readonly SpendingLimit[] _limits;
    private readonly long[] _amounts;
    private readonly long[] _spent;
    private readonly int[] _periodEnds;

    // Every limit on all categories counts every purchase, so that what is left of the tightest one is a single number,
    // which holds for the day; what was spent today is added to them when the day changes.
    private readonly int[] _uncategorizedLimits;
    private readonly long _largestPurchase;
    private long _remaining;
    private long _remainingAtDayStart;
    private int _day;

    /// <summary>An evaluator in which nothing has been spent.</summary>
    /// <param name="currency">Of the limits and of the purchases.</param>
    /// <param name="kinds">The kinds of purchases that it will be asked about, by number.</param>
    public SpendingControlsEvaluator(SpendingControls controls, Currency currency, IReadOnlyList<PurchaseKind> kinds)
    {
        (_controls, _currency, _kinds) = (controls, currency, kinds);
        _limits = [.. controls.Limits];
        _amounts = [.. _limits.Select(l => In(l.Amount))];
        _spent = new long[_limits.Length];
        _periodEnds = new int[_limits.Length];
        _uncategorizedLimits = [.. Indices(l => l.Categories.Length == 0 && l.Interval != LimitInterval.PerAuthorization)];
        _largestPurchase = Indices(l => l.Categories.Length == 0 && l.Interval == LimitInterval.PerAuthorization)
            .Select(i => _amounts[i]).DefaultIfEmpty(long.MaxValue).Min();
        (_setOfKind, _sets) = Compile();
        var ofAll = Indices(l => l.Categories.Length == 0).ToArray();
        _limitsOfSet = [.. _sets.Select(set => ofAll.Concat(set).Order().ToArray())];
        _refusalOfKind = [.. kinds.Select((kind, i) => _setOfKind[i] == Refused ? NumberOf(RefusalOf(kind)) : 0)];
        Reset();
    }

    /// <summary>Forgets what was spent.</summary>
    public void Reset()
    {
        Array.Clear(_spent);
        Array.Clear(_periodEnds);
        (_day, _remaining, _remainingAtDayStart) = (-1, long.MaxValue, long.MaxValue);
    }

    /// <summary>Approves a purchase and counts it, or declines it. Days never go back.</summary>
    /// <returns>Whether it is approved.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAuthorize(long amount, int day, int kind)
    {
        if (day != _day)
            BeginDay(day);
        var set = _setOfKind[kind];
        if (amount > _remaining || amount > _largestPurchase)
            return false;
        if (set == 0)
        {
            _remaining -= amount;
            return true;
        }

        return TryAuthorizeInSet(amount, day, set);
    }

    /// <summary>Counts a purchase that was approved in fact, whatever the controls say.</summary>
    public void Count(long amount, int day, int kind)
    {
        if (day != _day)
            BeginDay(day);
        _remaining -= amount;
        if (_setOfKind[kind] > 0)
            CountInSet(amount, day, _setOfKind[kind]);
    }

    /// <summary>Counts a whole history that is in the order of time, whatever the controls say.</summary>
    /// <exception cref="InvalidOperationException">It is in another currency.</exception>
    public void CountAll(PurchaseHistory history)
    {
        CheckCurrency(history);
        for (var i = 0; i < history.Count; i++)
            Count(history.Spent[i], history.Days[i], history.KindOf[i]);
    }

    /// <summary>How many rules there are that a purchase can be declined by.</summary>
    public int Rules => _limits.Length + _refusals.Count;

    /// <summary>
    /// The number of the rule that a purchase would be declined by now; -1 where it would be approved. Nothing is counted.
    /// </summary>
    public int RuleFor(long amount, int day, int kind)
    {
        if (day != _day)
            BeginDay(day);
        var set = _setOfKind[kind];
        if (set == Refused)
            return _limits.Length + _refusalOfKind[kind];
        foreach (var i in _limitsOfSet[set])
        {
            // Of a limit that was overspent less than nothing is left: not even a purchase of nothing passes.
            if (amount > Difference(i, day))
                return i;
        }

        return -1;
    }

    /// <summary>The rule with this number as it stands now.</summary>
    public ControlDecline Describe(int rule, int day, ControlLevel level = ControlLevel.Card) => rule < _limits.Length
        ? new(level, ControlKind.Limit, "", false, _limits[rule], RemainingMoney(rule, day))
        : _refusals[rule - _limits.Length] with { Level = level };

    /// <summary>The control that a purchase would be declined by now; none where it would be approved. Nothing is counted.</summary>
    public ControlDecline? Decide(Money amount, int day, int kind, ControlLevel level = ControlLevel.Card) =>
        RuleFor(In(amount), day, kind) is var rule and >= 0 ? Describe(rule, day, level) : null;

    /// <summary>What has been spent in the period of the limit that the day is in.</summary>
    public Money SpentOf(SpendingLimit limit, int day)
    {
        if (day != _day)
            BeginDay(day);
        return new(Spent(Array.IndexOf(_limits, limit), day), _currency);
    }

    private Money RemainingMoney(int limit, int day) => new(Remaining(limit, day), _currency);

    private long Remaining(int limit, int day) => Math.Max(0, Difference(limit, day));

    private long Difference(int limit, int day) =>
        _limits[limit].Interval == LimitInterval.PerAuthorization ? _amounts[limit] : _amounts[limit] - Spent(limit, day);

    private ControlDecline RefusalOf(PurchaseKind kind)
    {
        var (what, restriction, code) =
            !_controls.Categories.Permits(kind.Category) ? (ControlKind.Category, _controls.Categories, kind.Category)
            : !_controls.Countries.Permits(kind.Country) ? (ControlKind.Country, _controls.Countries, kind.Country)
            : (ControlKind.Presence, _controls.Presences, kind.Presence);
        return new(ControlLevel.Card, what, code, restriction.Mode == RestrictionMode.Block, null, Money.Zero(_currency));
    }

    private int NumberOf(ControlDecline refusal)
    {
        var known = _refusals.IndexOf(refusal);
        if (known >= 0)
            return known;
        _refusals.Add(refusal);
        return _refusals.Count - 1;
    }

    private long Spent(int limit, int day)
    {
        var before = _periodEnds[limit] > day ? _spent[limit] : 0;
        return _limits[limit].Categories.Length == 0 ? before + (_remainingAtDayStart - _remaining) : before;
    }

    private bool TryAuthorizeInSet(long amount, int day, int set)
    {
        if (set == Refused)
            return false;
        foreach (var i in _sets[set])
        {
            var limit = _limits[i];
            var isUnused = limit.Interval == LimitInterval.PerAuthorization || _periodEnds[i] <= day;
            if (amount > (isUnused ? _amounts[i] : _amounts[i] - _spent[i]))
                return false;
        }

        _remaining -= amount;
        CountInSet(amount, day, set);
        return true;
    }

    private void CountInSet(long amount, int day, int set)
    {
        foreach (var i in _sets[set])
        {
            RollPeriod(i, day);
            _spent[i] += amount;
        }
    }

    private void BeginDay(int day)
    {
        var today = _remainingAtDayStart - _remaining;
        var (remaining, earlier) = (long.MaxValue, _day);
        foreach (var i in _uncategorizedLimits)
        {
            if (earlier >= 0)
                _spent[i] += today;
            RollPeriod(i, day);
            remaining = Math.Min(remaining, _amounts[i] - _spent[i]);
        }

        (_day, _remaining, _remainingAtDayStart) = (day, remaining, remaining);
    }

    /// <summary>Begins the limit's next period where the last one has ended.</summary>
    private void RollPeriod(int limit, int day)
    {
        if (_periodEnds[limit] > day)
            return;
        _spent[limit] = 0;
        _periodEnds[limit] = LimitPeriod.Of(_limits[limit].Interval, DateOnly.FromDayNumber(day)).End?.DayNumber ?? int.MaxValue;
    }

    private (int[] SetOfKind, int[][] Sets) Compile()
    {
        var sets = new List<int[]> { Array.Empty<int>() };
        var byCategory = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 };
        var limitsOf = _limits.Index()
            .SelectMany(l => l.Item.Categories, (l, category) => (Category: category, l.Index))
            .ToLookup(l => l.Category, l => l.Index, StringComparer.Ordinal);

        var setOfKind = new int[_kinds.Count];
        for (var kind = 0; kind < setOfKind.Length; kind++)
        {
            var what = _kinds[kind];
            setOfKind[kind] = _controls.Categories.Permits(what.Category) && _controls.Countries.Permits(what.Country)
                && _controls.Presences.Permits(what.Presence)
                ? SetOf(what.Category)
                : Refused;
        }

        return (setOfKind, [.. sets]);

        int SetOf(string category)
        {
            if (byCategory.TryGetValue(category, out var set))
                return set;
            int[] limits = [.. limitsOf[category]];
            // Categories that the same limits count share a set.
            var signature = string.Join(',', limits);
            if (!known.TryGetValue(signature, out set))
            {
                known[signature] = set = sets.Count;
                sets.Add(limits);
            }

            return byCategory[category] = set;
        }
    }

    /// <summary>Amounts are held against one another without their currency from here on.</summary>
    internal void CheckCurrency(PurchaseHistory history) => In(Money.Zero(history.Currency));

    private long In(Money amount) => amount.Currency == _currency
        ? amount.Minor
        : throw new InvalidOperationException($"{amount.Currency} cannot be held against {_currency}.");

    private IEnumerable<int> Indices(Func<SpendingLimit, bool> which) => Enumerable.Range(0, _limits.Length).Where(i => which(_limits[i]));
}
