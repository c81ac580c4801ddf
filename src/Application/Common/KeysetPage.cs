namespace CleanIssuing.Application.Common;

/// <summary>A page of a list, the latest first, that goes on in both directions.</summary>
/// <param name="HasNewer">Whether there are later ones.</param>
/// <param name="HasOlder">Whether there are earlier ones.</param>
internal sealed record KeysetPage<T>(IReadOnlyList<T> Items, bool HasNewer, bool HasOlder)
{
    /// <param name="read">One more than fits, to learn whether there are more: the last one, or going back the first.</param>
    /// <param name="isOn">Whether the page goes on from an earlier one.</param>
    /// <param name="isBack">Whether it was read backwards.</param>
    public static KeysetPage<T> Of(IReadOnlyList<T> read, int size, bool isOn, bool isBack)
    {
        var more = read.Count > size;
        return isBack
            ? new KeysetPage<T>([.. read.TakeLast(size)], HasNewer: more, HasOlder: true)
            : new KeysetPage<T>([.. read.Take(size)], HasNewer: isOn, HasOlder: more);
    }
}
