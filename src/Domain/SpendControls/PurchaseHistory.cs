using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>
/// Purchases in columns, those that were approved and those that controls declined: those of a card stand together, by time. A kind is
/// kept once and referred to by its number, so that a rule is looked up once for each kind and not once for each purchase.
/// </summary>
public sealed class PurchaseHistory
{
    private readonly List<PurchaseKind> _kinds = [];
    private readonly Dictionary<PurchaseKind, ushort> _numbers = [];
    private readonly List<int> _starts = [];
    private long[] _amounts;
    private long[] _spent;
    private int[] _days;
    private ushort[] _kindOf;
    private bool[] _wasDeclined;

    /// <summary>A history with room for this many purchases; it grows where more come.</summary>
    public PurchaseHistory(Currency currency, int capacity = 0)
    {
        Currency = currency;
        (_amounts, _spent, _days) = (new long[capacity], new long[capacity], new int[capacity]);
        (_kindOf, _wasDeclined) = (new ushort[capacity], new bool[capacity]);
    }

    public Currency Currency { get; }

    /// <summary>How many purchases there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many cards they were made with.</summary>
    public int Cards => _starts.Count;

    /// <summary>The different kinds of purchases.</summary>
    public IReadOnlyList<PurchaseKind> Kinds => _kinds;

    /// <summary>What was asked for, in the minor unit.</summary>
    public ReadOnlySpan<long> Amounts => _amounts.AsSpan(0, Count);

    /// <summary>What it came to in the end, in the minor unit: that is what limits count from then on.</summary>
    public ReadOnlySpan<long> Spent => _spent.AsSpan(0, Count);

    /// <summary>The day of each (UTC), as <see cref="DateOnly.DayNumber"/>.</summary>
    public ReadOnlySpan<int> Days => _days.AsSpan(0, Count);

    /// <summary>The number of each one's kind.</summary>
    public ReadOnlySpan<ushort> KindOf => _kindOf.AsSpan(0, Count);

    /// <summary>Whether controls declined each one in fact. What such a one would have come to in the end is what was asked for.</summary>
    public ReadOnlySpan<bool> WasDeclined => _wasDeclined.AsSpan(0, Count);

    /// <summary>Where the purchases of a card begin and end.</summary>
    public Range OfCard(int card) => _starts[card]..(card + 1 < _starts.Count ? _starts[card + 1] : Count);

    /// <summary>Says that what is added from now on was bought with the next card.</summary>
    public void NextCard() => _starts.Add(Count);

    /// <summary>Adds a purchase of the present card.</summary>
    /// <param name="amount">What was asked for.</param>
    /// <param name="spent">What it came to in the end; nothing where that is the same.</param>
    /// <param name="wasDeclined">Whether controls declined it in fact.</param>
    /// <exception cref="ArgumentException">It is older than the one before it, or in another currency.</exception>
    /// <exception cref="InvalidOperationException">No card was named, or there are more than 65,536 kinds.</exception>
    public void Add(Money amount, DateOnly day, PurchaseKind kind, Money? spent = null, bool wasDeclined = false)
    {
        if (amount.Currency != Currency || (spent is { } other && other.Currency != Currency))
            throw new ArgumentException($"A purchase in {amount.Currency} does not belong to a history in {Currency}.", nameof(amount));
        if (_starts.Count == 0)
            throw new InvalidOperationException("Name the card first.");
        if (Count > _starts[^1] && _days[Count - 1] > day.DayNumber)
            throw new ArgumentException("Purchases of a card are added by time.", nameof(day));
        if (Count == _amounts.Length)
            Grow();

        (_amounts[Count], _spent[Count], _days[Count], _kindOf[Count]) =
            (amount.Minor, (spent ?? amount).Minor, day.DayNumber, NumberOf(kind));
        _wasDeclined[Count] = wasDeclined;
        Count++;
    }

    private ushort NumberOf(PurchaseKind kind)
    {
        if (_numbers.TryGetValue(kind, out var number))
            return number;
        if (_kinds.Count > ushort.MaxValue)
            throw new InvalidOperationException("There are too many kinds of purchases.");
        _numbers[kind] = number = (ushort)_kinds.Count;
        _kinds.Add(kind);
        return number;
    }

    private void Grow()
    {
        var size = Math.Max(64, Count * 2);
        Array.Resize(ref _amounts, size);
        Array.Resize(ref _spent, size);
        Array.Resize(ref _days, size);
        Array.Resize(ref _kindOf, size);
        Array.Resize(ref _wasDeclined, size);
    }
}
