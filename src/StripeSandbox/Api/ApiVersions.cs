using System.Globalization;
using System.Text.RegularExpressions;

namespace CleanIssuing.StripeSandbox.Api;

/// <summary>https://docs.stripe.com/api/versioning</summary>
internal static partial class ApiVersions
{
    /// <summary>What an account's calls speak that name none.</summary>
    public const string Latest = "2026-10-28.endive";

    // Since then each version names the release that it belongs to.
    private static readonly DateOnly Named = new(2024, 9, 30);

    // The day of each one's first version; it goes on until the next.
    private static readonly (string Name, DateOnly From)[] Releases =
    [
        ("acacia", Named), ("basil", new(2025, 3, 31)), ("clover", new(2025, 9, 30)), ("dahlia", new(2026, 3, 1)),
        ("endive", new(2026, 9, 1)),
    ];

    public static bool IsKnown(string version)
    {
        var match = Version().Match(version);
        return match.Success
            && DateOnly.TryParseExact(
                match.Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date >= new DateOnly(2011, 1, 1)
            && string.CompareOrdinal(match.Groups["date"].Value, Latest) <= 0
            && match.Groups["release"].Value == (date < Named ? "" : Releases.Last(r => r.From <= date).Name);
    }

    [GeneratedRegex("^(?<date>\\d{4}-\\d{2}-\\d{2})(\\.(?<release>[a-z]+))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}
