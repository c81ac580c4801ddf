using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace CleanIssuing.Benchmarks;

/// <summary>A server in a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly bool Apart = OperatingSystem.IsLinux() && Environment.ProcessorCount > 1;

    private readonly Process _process;

    private ServerProcess(Process process, Uri origin) => (_process, Origin) = (process, origin);

    public Uri Origin { get; }

    /// <param name="arguments">Makes the arguments for the origin it is to listen on.</param>
    /// <param name="page">What it answers once it has started.</param>
    public static Task<ServerProcess> StartAsync(Assembly program, Func<Uri, string[]> arguments, string page) =>
        StartAsync(["dotnet", program.Location], arguments, page);

    /// <summary>Starts it on the first core alone, so that it shares none with the load.</summary>
    public static Task<ServerProcess> StartOnOneCoreAsync(Assembly program, Func<Uri, string[]> arguments, string page) =>
        StartAsync([.. Apart ? ["taskset", "--cpu-list", "0"] : Array.Empty<string>(), "dotnet", program.Location], arguments, page);

    private static async Task<ServerProcess> StartAsync(string[] program, Func<Uri, string[]> arguments, string page)
    {
        var origin = FreeOrigin();
        string[] command = [.. program, .. arguments(origin)];
        var server = new ServerProcess(Process.Start(new ProcessStartInfo(command[0], command[1..]))!, origin);
        await server.AnswersAsync(page);
        return server;
    }

    /// <summary>Moves this process, with the threads it has, to the other cores.</summary>
    public static void LeaveCoreOfServers()
    {
        if (!Apart)
            return;
        var cores = $"1-{Environment.ProcessorCount - 1}";
        using var moved = Process.Start(new ProcessStartInfo(
            "taskset", ["--all-tasks", "--cpu-list", "--pid", cores, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        moved.StandardOutput.ReadToEnd();
        moved.WaitForExit();
    }

    private async Task AnswersAsync(string page)
    {
        using var http = new HttpClient { BaseAddress = Origin };
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(page, UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                await Task.Delay(5);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public static Uri FreeOrigin()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
