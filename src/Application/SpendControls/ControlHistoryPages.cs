namespace CleanIssuing.Application.SpendControls;

internal static class ControlHistoryPages
{
    private const int Size = 25;

    /// <returns>The changes, and where the page of earlier ones begins.</returns>
    public static async Task<(IReadOnlyList<ControlChange> Changes, long? Next)> PageAsync(
        this IControlHistory history, string ownerId, long? before, CancellationToken cancellationToken)
    {
        var page = await history.ListAsync(ownerId, before, Size + 1, cancellationToken);
        return page.Count > Size ? ([.. page.Take(Size)], page[Size - 1].Id) : (page, null);
    }
}
