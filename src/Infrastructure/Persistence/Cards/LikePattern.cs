namespace CleanIssuing.Infrastructure.Persistence.Cards;

internal static class LikePattern
{
    /// <summary>Matches what contains the text, in lower case; escaped with a backslash.</summary>
    public static string Containing(string text) =>
        "%" + text.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
