using System.Globalization;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>The backtest by day, as bars.</summary>
/// <param name="Highest">How many purchases the highest bar stands for.</param>
public sealed record BacktestChart(int Width, int Height, string BarWidth, int Highest, IReadOnlyList<BacktestBar> Bars)
{
    private const int MostBars = 92;

    /// <summary>Draws the days; where there are too many, several share a bar.</summary>
    public static BacktestChart Of(IReadOnlyList<BacktestDay> days)
    {
        const int width = 360;
        const int height = 80;
        var together = (days.Count + MostBars - 1) / MostBars;
        var groups = days.Chunk(together).Select(g => (
            Approved: g.Sum(d => d.Approved), Declined: g.Sum(d => d.Declined), Newly: g.Sum(d => d.NewlyApproved))).ToList();
        double highest = Math.Max(1, groups.Max(g => g.Approved + g.Declined + g.Newly));
        var step = (double)width / groups.Count;
        return new BacktestChart(
            width, height, Number(step * 0.8), (int)highest,
            [.. groups.Select((g, i) => Bar(
                i * step, g.Approved / highest * height, g.Declined / highest * height, g.Newly / highest * height, height))]);
    }

    private static BacktestBar Bar(double x, double approved, double declined, double newly, int height) => new(
        Number(x), Number(height - approved), Number(approved), Number(height - approved - declined), Number(declined),
        Number(height - approved - declined - newly), Number(newly));

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
