namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>The names that Stripe takes.</summary>
internal static class Categories
{
    public static HashSet<string> Known { get; } = [.. Lines("merchant-categories.txt").Select(parts => parts[0])];

    public static HashSet<string> Countries { get; } = [.. Lines("countries.txt").Select(parts => parts[0])];

    /// <summary>The four-digit code of each category that has one.</summary>
    public static Dictionary<string, string> Codes { get; } = Lines("merchant-categories.txt")
        .Where(parts => parts[1] != "-").ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    private static IEnumerable<string[]> Lines(string name)
    {
        using var reader = new StreamReader(typeof(Categories).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|'));
    }
}
