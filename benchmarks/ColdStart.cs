using System.Diagnostics;
using CleanIssuing.WebUi.Hosting;

namespace CleanIssuing.Benchmarks;

/// <summary>
/// From the start of the built application's process to its first page, in sandbox mode: with a new database, and again with it.
/// </summary>
internal static class ColdStart
{
    private const int Runs = 5;

    public static async Task<int> RunAsync()
    {
        var (first, again) = (new List<double>(), new List<double>());
        for (var i = 0; i < Runs; i++)
        {
            var folder = Directory.CreateTempSubdirectory("cleanissuing-bench-").FullName;
            first.Add(await StartAsync(folder));
            again.Add(await StartAsync(folder));
            Console.WriteLine($"run {i + 1}: first start {first[^1]:0} ms, start again {again[^1]:0} ms");
            Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine(
            $"median of {Runs}: first start {first.Order().ElementAt(Runs / 2):0} ms, start again {again.Order().ElementAt(Runs / 2):0} "
            + $"ms (aim: under 2000 ms)");
        return 0;
    }

    private static async Task<double> StartAsync(string folder)
    {
        var started = Stopwatch.GetTimestamp();
        await using var portal = await ServerProcess.StartAsync(typeof(Portal).Assembly, origin =>
        [
            "--environment=Development", $"--contentRoot={folder}", $"--urls={origin}", $"--Sandbox:Url={ServerProcess.FreeOrigin()}",
            "--Logging:LogLevel:Default=Warning",
        ], "/sign-in");
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
