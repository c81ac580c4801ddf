using System.Globalization;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>The what-if by day, as bars.</summary>
/// <param name="Width">The width of the drawing.</param>
/// <param name="Height">Its height.</param>
/// <param name="BarWidth">The width of a bar.</param>
/// <param name="Bars">The bars, one for each day or group of days.</param>
public sealed record ReplayChart(int Width, int Height, string BarWidth, IReadOnlyList<ReplayBar> Bars)
{
    private const int MostBars = 92;

    /// <summary>Draws the days; where there are too many, several share a bar.</summary>
    public static ReplayChart Of(IReadOnlyList<ReplayDay> days)
    {
        const int width = 360;
        const int height = 80;
        var together = (days.Count + MostBars - 1) / MostBars;
        var groups = days.Chunk(together).Select(g => (Approved: g.Sum(d => d.Approved), Declined: g.Sum(d => d.Declined))).ToList();
        double highest = Math.Max(1, groups.Max(g => g.Approved + g.Declined));
        var step = (double)width / groups.Count;
        return new ReplayChart(width, height, Number(step * 0.8), [.. groups.Select((g, i) => Bar(i * step, g.Approved / highest * height, g.Declined / highest * height, height))]);
    }

    /// <summary>The control, without what was left of it at one moment.</summary>
    public static string Name(ControlDecline decline, string currency) =>
        decline.Limit is { } limit ? ControlWords.Text(limit, currency) : ControlWords.Why(decline, 0, currency);

    private static ReplayBar Bar(double x, double approved, double declined, int height) => new(
        Number(x), Number(height - approved), Number(approved), Number(height - approved - declined), Number(declined));

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>A bar: what would have been approved, and on top of it what would have been declined.</summary>
/// <param name="X">Its left edge.</param>
/// <param name="ApprovedY">The top of the approved part.</param>
/// <param name="ApprovedHeight">Its height.</param>
/// <param name="DeclinedY">The top of the declined part.</param>
/// <param name="DeclinedHeight">Its height.</param>
public sealed record ReplayBar(string X, string ApprovedY, string ApprovedHeight, string DeclinedY, string DeclinedHeight);
