using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>What a limit counts over. Periods run on UTC calendar boundaries; a week starts on Sunday.</summary>
public enum LimitInterval
{
    /// <summary>Each purchase for itself.</summary>
    PerAuthorization,

    /// <summary>A day.</summary>
    Daily,

    /// <summary>A week.</summary>
    Weekly,

    /// <summary>A month.</summary>
    Monthly,

    /// <summary>A year.</summary>
    Yearly,

    /// <summary>The card's whole life.</summary>
    AllTime,
}

/// <summary>How much may be spent over an interval, on all categories or on some.</summary>
public sealed class SpendingLimit : IEquatable<SpendingLimit>
{
    /// <summary>A limit.</summary>
    /// <param name="amount">In the minor unit of the card's currency; 0 declines every purchase it counts.</param>
    /// <param name="interval">What it counts over.</param>
    /// <param name="categories">The categories that it counts; empty counts all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public SpendingLimit(long amount, LimitInterval interval, IEnumerable<string>? categories = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        Amount = amount;
        Interval = interval;
        Categories = [.. (categories ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>In the minor unit of the card's currency.</summary>
    public long Amount { get; }

    /// <summary>What it counts over.</summary>
    public LimitInterval Interval { get; }

    /// <summary>The categories that it counts, in order; empty counts all.</summary>
    public ImmutableArray<string> Categories { get; }

    /// <summary>Whether it counts purchases of the category.</summary>
    public bool Counts(string category) =>
        Categories.Length == 0 || Categories.AsSpan().BinarySearch(category, StringComparer.Ordinal) >= 0;

    /// <summary>Whether the two count the same purchases, whatever their amounts.</summary>
    public bool CountsLike(SpendingLimit other) =>
        Interval == other.Interval && Categories.SequenceEqual(other.Categories, StringComparer.Ordinal);

    /// <inheritdoc />
    public bool Equals(SpendingLimit? other) => other is not null && Amount == other.Amount && CountsLike(other);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as SpendingLimit);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Amount, Interval, Categories.Length);
}

/// <summary>The span that a limit counts over.</summary>
/// <param name="Start">Its first day (UTC).</param>
/// <param name="End">The day after its last; none where it never ends.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LimitPeriod(DateOnly Start, DateOnly? End)
{
    /// <summary>The period of this interval that the day is in.</summary>
    public static LimitPeriod Of(LimitInterval interval, DateOnly day) => interval switch
    {
        LimitInterval.PerAuthorization or LimitInterval.Daily => new(day, day.AddDays(1)),
        LimitInterval.Weekly when day.AddDays(-(int)day.DayOfWeek) is var sunday => new(sunday, sunday.AddDays(7)),
        LimitInterval.Monthly => new(new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, 1).AddMonths(1)),
        LimitInterval.Yearly => new(new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 1, 1).AddYears(1)),
        _ => new(DateOnly.MinValue, null),
    };

    /// <summary>The first day that any of these limits still counts on the day; the day itself where there is none.</summary>
    public static DateOnly EarliestStart(IEnumerable<SpendingLimit> limits, DateOnly day) =>
        limits.Select(l => Of(l.Interval, day).Start).Append(day).Min();
}
