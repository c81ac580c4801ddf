using System.Globalization;

namespace CleanIssuing.WebUi.Text;

/// <summary>The axis of a chart of amounts: lines at round amounts, from nothing upwards.</summary>
/// <param name="largest">The largest amount that the chart shows.</param>
/// <param name="lines">How many lines there are to be above nothing, at most.</param>
public sealed class MoneyAxis(Money largest, int lines)
{
    /// <summary>What lies between two lines.</summary>
    public Money Step { get; } = Round(largest, lines);

    public Money At(int line) => Step with { Minor = Step.Minor * line };

    /// <summary>How many steps reach an amount.</summary>
    public int LinesFor(Money amount) => (int)((amount.Minor + Step.Minor - 1) / Step.Minor);

    /// <summary>What the axis says at a line: <c>$20k</c></summary>
    public string Text(int line)
    {
        var (divisor, unit) = At(lines).Units switch
        {
            >= 1_000_000 => (1_000_000m, "M"),
            >= 10_000 => (1_000m, "k"),
            _ => (1m, ""),
        };
        var sign = Step.Display() is [var first, ..] && !char.IsAsciiDigit(first) ? first.ToString() : "";
        var isWhole = Step.Units == decimal.Truncate(Step.Units);
        return divisor == 1 && !isWhole
            ? sign + At(line).Number()
            : sign + (At(line).Units / divisor).ToString("#,0.##", CultureInfo.InvariantCulture) + (line == 0 ? "" : unit);
    }

    /// <summary>A round part of the largest amount, or a little more: 1, 2 or 5 with noughts.</summary>
    private static Money Round(Money largest, int lines)
    {
        var part = Math.Max(1, largest.Minor) / (double)lines;
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, part))));
        var step = new[] { 1, 2, 2.5, 5, 10 }.First(s => s * power >= part) * power;
        return largest with { Minor = (long)Math.Ceiling(step) };
    }
}
