using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CleanIssuing.WebUi.Hosting;
using Microsoft.Data.Sqlite;

namespace CleanIssuing.IntegrationTests.Common;

/// <summary>The portal as a process of its own, which can be killed as the power would kill it.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cleanissuing-process-").FullName;
    private readonly int _port = FreePort();
    private readonly int _sandboxPort = FreePort();
    private Process? _process;

    public Uri Origin => new($"http://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}");

    public Uri SandboxOrigin => new($"http://127.0.0.1:{_sandboxPort.ToString(CultureInfo.InvariantCulture)}");

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[]
        {
            typeof(Portal).Assembly.Location, "--environment=Development", "--contentRoot=" + _folder, "--urls="
                + Origin.GetLeftPart(UriPartial.Authority),
            "--Stripe:Timeout=00:00:03", "--Stripe:MaxNetworkRetries=0",
            "--Sandbox:Url=" + SandboxOrigin.GetLeftPart(UriPartial.Authority), "--Logging:LogLevel:Default=Error",
        })
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        // Nobody reads what it says; a full pipe must not stop it.
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        using var http = new HttpClient();
        await UntilAsync(async () =>
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(Origin, "/sign-in"));
                return answer.IsSuccessStatusCode
                    && Text("SELECT COUNT(*) FROM ImportCursors WHERE EverFinished AND Step <> 'Authorizations'") == "6";
            }
            catch (Exception notYet) when (notYet is HttpRequestException or SqliteException)
            {
                return false;
            }
        });
    }

    /// <summary>SIGKILL: nothing is flushed, nobody is asked.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    public string? Text(string sql)
    {
        using var connection =
            new SqliteConnection($"Data Source={Path.Combine(_folder, "App_Data", "cleanissuing-sandbox.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }

    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(180); DateTime.UtcNow < deadline; await Task.Delay(50))
        {
            if (await isSo())
                return;
        }

        throw new TimeoutException("It did not happen.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
