namespace CleanIssuing.Application.Common;

/// <summary>A page of a list that goes on in both directions.</summary>
internal sealed record KeysetPage<T>(IReadOnlyList<T> Items, bool HasPrevious, bool HasNext)
{
    /// <param name="read">
    /// What was read: one more than fits tells that there are more. It stands behind the page, or before it where it was read backwards.
    /// </param>
    /// <param name="isOn">Whether the page goes on from an earlier one.</param>
    /// <param name="isBack">Whether it was read backwards, from a later one.</param>
    public static KeysetPage<T> Of(IReadOnlyList<T> read, int size, bool isOn, bool isBack)
    {
        var more = read.Count > size;
        return isBack
            ? new KeysetPage<T>([.. read.TakeLast(size)], HasPrevious: more, HasNext: true)
            : new KeysetPage<T>([.. read.Take(size)], HasPrevious: isOn, HasNext: more);
    }

    /// <summary>From where the page before is read; none where there is none.</summary>
    public TKey? Previous<TKey>(Func<T, TKey> key)
        where TKey : struct => HasPrevious && Items.Count > 0 ? key(Items[0]) : null;

    /// <summary>From where the page after is read; none where there is none.</summary>
    public TKey? Next<TKey>(Func<T, TKey> key)
        where TKey : struct => HasNext && Items.Count > 0 ? key(Items[^1]) : null;
}
