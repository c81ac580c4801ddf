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

    private static readonly string[] Releases = ["acacia", "basil", "clover", "dahlia", "endive"];

    public static bool IsKnown(string version)
    {
        var match = Version().Match(version);
        return match.Success
            && DateOnly.TryParseExact(
                match.Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date >= new DateOnly(2011, 1, 1)
            && string.CompareOrdinal(match.Groups["date"].Value, Latest) <= 0
            && (date < Named ? !match.Groups["release"].Success : Releases.Contains(match.Groups["release"].Value, StringComparer.Ordinal));
    }

    [GeneratedRegex("^(?<date>\\d{4}-\\d{2}-\\d{2})(\\.(?<release>[a-z]+))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}
