namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>
/// What contains a text. Databases differ in which letters they know the small ones of (SQLite: those of ASCII), so a name is found by its
/// letters as they are, too.
/// </summary>
/// <param name="AsTyped">For the name as it is; escaped with a backslash.</param>
/// <param name="Lower">For the name in lower case.</param>
internal sealed record LikePattern(string AsTyped, string Lower)
{
    public static LikePattern Containing(string text)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
        return new($"%{escaped}%", $"%{escaped.ToLowerInvariant()}%");
    }
}
