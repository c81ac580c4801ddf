using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CleanIssuing.WebUi.Hosting;
using Microsoft.Data.Sqlite;

namespace CleanIssuing.IntegrationTests.Common;

/// <summary>The portal as a process of its own, which can be killed as the power would kill it.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cleanissuing-process-").FullName;
    private readonly int _port = Ports.Free();
    private readonly int _sandboxPort = Ports.Free();
    private readonly string[] _settings;
    private Process? _process;
    private ConcurrentQueue<string> _said = new();

    public PortalProcess(params string[] settings) => _settings = settings;

    public Uri Origin => new($"http://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}");

    public Uri SandboxOrigin => new($"http://127.0.0.1:{_sandboxPort.ToString(CultureInfo.InvariantCulture)}");

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])
        [
            typeof(Portal).Assembly.Location, "--environment=Development", "--contentRoot=" + _folder, "--urls="
                + Origin.GetLeftPart(UriPartial.Authority),
            "--Stripe:Timeout=00:00:03", "--Stripe:MaxNetworkRetries=0",
            "--Sandbox:Url=" + SandboxOrigin.GetLeftPart(UriPartial.Authority), "--Logging:LogLevel:Default=Error", .. _settings,
        ])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        // What it says is told if it ends by itself; a full pipe must not stop it.
        var said = _said = new();
        _process.OutputDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        using var http = new HttpClient();
        await UntilAsync(async () =>
        {
            if (_process.HasExited)
                throw new InvalidOperationException("The portal ended by itself: " + string.Join('\n', said.TakeLast(20)));
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
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }

    private SqliteConnection Open()
    {
        var connection =
            new SqliteConnection($"Data Source={Path.Combine(_folder, "App_Data", "cleanissuing-sandbox.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    public IReadOnlyList<string> Rows(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
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
}
