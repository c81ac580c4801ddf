namespace CleanIssuing.Benchmarks;

/// <param name="P50">In milliseconds.</param>
/// <param name="P99">In milliseconds.</param>
internal sealed record LoadRound(double PerSecond, double P50, double P99)
{
    public override string ToString() => $"{PerSecond:0}/s p50 {P50:0.0} p99 {P99:0.0} ms";
}
