using System.Globalization;
using System.Text.RegularExpressions;

namespace CleanIssuing.UnitTests.Architecture;

/// <summary>
/// What tells the parts of a page apart keeps a contrast of 3:1 (WCAG 2.2, 1.4.11), text one of 4.5:1, in both themes. axe measures text
/// alone.
/// </summary>
public partial class ContrastTests
{
    private static readonly string[] Grounds = ["paper", "panel", "sunken"];

    public static TheoryData<string, string, string, double> Pairs()
    {
        var pairs = new TheoryData<string, string, string, double>();
        foreach (var theme in new[] { "light", "dark" })
        {
            foreach (var ground in Grounds)
            {
                foreach (var part in new[] { "control", "accent", "ink-2", "ink-3" })
                    pairs.Add(theme, part, ground, part.StartsWith("ink", StringComparison.Ordinal) ? 4.5 : 3);
            }

            foreach (var part in new[] { "fill", "fill-wait", "fill-bad" })
                pairs.Add(theme, part, "track", 3);
            foreach (var part in new[] { "chart-keep", "chart-bad" })
                pairs.Add(theme, part, "panel", 3);
            foreach (var tone in new[] { "good", "wait", "bad", "info" })
                pairs.Add(theme, tone, tone + "-wash", 4.5);
            pairs.Add(theme, "on-accent", "accent", 4.5);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_part_stands_out_from_its_ground(string theme, string part, string ground, double least)
    {
        var tokens = Tokens(theme);

        Contrast(tokens[part], tokens[ground]).ShouldBeGreaterThanOrEqualTo(least);
    }

    [Fact]
    public void Both_ways_to_dark_have_the_same_colors()
    {
        var blocks = Blocks();

        blocks["dark"].ShouldBe(blocks["chosen dark"]);
    }

    private static Dictionary<string, string> Tokens(string theme)
    {
        var blocks = Blocks();
        var tokens = new Dictionary<string, string>(blocks["light"], StringComparer.Ordinal);
        if (theme == "dark")
        {
            foreach (var (name, color) in blocks["dark"])
                tokens[name] = color;
        }

        return tokens;
    }

    /// <summary>The colors of each theme, by name.</summary>
    private static Dictionary<string, Dictionary<string, string>> Blocks()
    {
        var css = File.ReadAllText(Path.Combine(Codebase.Root, "src", "WebUi", "wwwroot", "css", "app.css"));
        return new(StringComparer.Ordinal)
        {
            ["light"] = Colors(Block(css, ":root {")),
            ["dark"] = Colors(Block(css, ":root:not(.theme-light) {")),
            ["chosen dark"] = Colors(Block(css, ".theme-dark {")),
        };
    }

    private static string Block(string css, string selector)
    {
        var start = css.IndexOf(selector, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, selector);
        return css[start..css.IndexOf('}', start)];
    }

    private static Dictionary<string, string> Colors(string block) => Color().Matches(block)
        .ToDictionary(m => m.Groups["name"].Value, m => m.Groups["color"].Value, StringComparer.Ordinal);

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>https://www.w3.org/TR/WCAG22/#dfn-relative-luminance</summary>
    private static double Luminance(string color)
    {
        var hex = color.Length == 4 ? string.Concat(color[1..].Select(c => new string(c, 2))) : color[1..];
        var parts = Enumerable.Range(0, 3)
            .Select(i => int.Parse(hex.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToList();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex("--(?<name>[a-z0-9-]+):\\s*(?<color>#[0-9a-f]{3,6})\\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Color();
}
