using System.Collections.Immutable;

namespace CleanIssuing.Domain.SharedKernel;

/// <summary>How much may be spent over an interval, on all categories or on some.</summary>
public sealed class SpendingLimit : IEquatable<SpendingLimit>
{
    /// <param name="amount">0 declines every purchase it counts.</param>
    /// <param name="interval">What it counts over.</param>
    /// <param name="categories">The categories that it counts; empty counts all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public SpendingLimit(Money amount, LimitInterval interval, IEnumerable<string>? categories = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, Money.Zero(amount.Currency));
        Amount = amount;
        Interval = interval;
        Categories = [.. (categories ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public Money Amount { get; }

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

    public bool Equals(SpendingLimit? other) => other is not null && Amount == other.Amount && CountsLike(other);

    public override bool Equals(object? obj) => Equals(obj as SpendingLimit);

    public override int GetHashCode() => HashCode.Combine(Amount, Interval, Categories.Length);
}
