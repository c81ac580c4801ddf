namespace CleanIssuing.Application.Common;

/// <summary>Cuts a page from a list that is known whole.</summary>
internal static class RankedPage
{
    /// <param name="after">The last one of the page before.</param>
    /// <param name="before">The first one of the page after.</param>
    /// <exception cref="FluentValidation.ValidationException">The cursor is none of the list.</exception>
    public static KeysetPage<T> Of<T, TKey>(IReadOnlyList<T> ranked, Func<T, TKey> key, TKey? after, TKey? before, int size)
        where TKey : struct, IEquatable<TKey>
    {
        var start = 0;
        if ((after ?? before) is { } cursor)
        {
            var at = ranked.TakeWhile(item => !key(item).Equals(cursor)).Count();
            if (at == ranked.Count)
                throw InvalidReason.Cursor.For(after is null ? "before" : "after");
            start = after is null ? Math.Max(0, at - size) : at + 1;
        }

        return new KeysetPage<T>([.. ranked.Skip(start).Take(size)], HasPrevious: start > 0, HasNext: start + size < ranked.Count);
    }
}
