using System.Diagnostics;
using System.Globalization;
using CleanIssuing.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CleanIssuing.IntegrationTests.Common;

/// <summary>
/// A PostgreSQL of the test run's own: on a free port, in a folder of its own, ended with the run even if that is killed. Each test
/// class gets a new database, made from a template that has been migrated once.
/// </summary>
internal sealed class PostgresCluster
{
    private const string Template = "portal_template";

    // One for the whole run: xunit has no fixture that all collections share.
    private static readonly Lazy<Task<PostgresCluster?>> Shared = new(StartAsync);

    // A template is copied for one database at a time.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    private readonly int _port;
    private Process? _shell;
    private int _databases;

    private PostgresCluster(int port) => _port = port;

    /// <returns>The connection string of a new database.</returns>
    /// <exception cref="SkipException">There is no PostgreSQL here. On CI that is a failure.</exception>
    public static async Task<string> CreateDatabaseAsync(bool isMigrated = true)
    {
        if (await Shared.Value is not { } cluster)
        {
            const string missing =
                "No PostgreSQL was found on PATH or under /usr/lib/postgresql. Install it (Debian: apt-get install postgresql).";
            Skip.If(Environment.GetEnvironmentVariable("CI") is null, missing);
            throw new InvalidOperationException(missing);
        }

        await OneAtATime.WaitAsync();
        try
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"portal_{++cluster._databases}");
            await cluster.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {(isMigrated ? Template : "template1")}");
            return cluster.ConnectionString(name);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task<PostgresCluster?> StartAsync()
    {
        if (FindBinaries() is not { } binaries)
            return null;
        for (var attempt = 1; ; attempt++)
        {
            var cluster = new PostgresCluster(Ports.Free());
            try
            {
                await cluster.StartAsync(binaries);
                await cluster.PrepareTemplateAsync();
                return cluster;
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // Somebody took the port meanwhile.
            }
        }
    }

    private async Task StartAsync(string binaries)
    {
        var folder = Directory.CreateTempSubdirectory("cleanissuing-postgres-").FullName;
        var port = _port.ToString(CultureInfo.InvariantCulture);
        // PostgreSQL refuses to run as root. The shell lives as long as its input is open, which is as long as this process lives.
        var asUser = Environment.UserName == "root" ? "runuser -u postgres --" : "";
        var owner = Environment.UserName == "root" ? $"chown -R postgres {folder}" : "true";
        var script = $"""
            {owner} && cd {folder} || exit 1
            {asUser} {binaries}/initdb -D {folder}/data -A trust -U postgres -E UTF8 --locale=C.UTF-8 --no-sync >{folder}/log 2>&1 || exit 1
            {asUser} {binaries}/postgres -D {folder}/data -p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off \
              -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 >>{folder}/log 2>&1 &
            cat >/dev/null
            kill -QUIT $(head -1 {folder}/data/postmaster.pid); wait; rm -rf {folder}
            """;
        // Kept, for its input is closed with it.
        _shell = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardInput = true, UseShellExecute = false })!;
        for (var deadline = DateTime.UtcNow.AddSeconds(60); DateTime.UtcNow < deadline; await Task.Delay(50))
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (!_shell.HasExited)
            {
                // Not yet.
            }
        }

        var log = Path.Combine(folder, "log");
        throw new InvalidOperationException(
            "PostgreSQL did not start: " + (File.Exists(log) ? await File.ReadAllTextAsync(log) : "it said nothing."));
    }

    private async Task PrepareTemplateAsync()
    {
        await ExecuteAsync($"CREATE DATABASE {Template}");
        var options = new DbContextOptionsBuilder<PostgresDbContext>().UseNpgsql(ConnectionString(Template) + ";Pooling=false").Options;
        await using var db = new PostgresDbContext(options);
        await db.Database.MigrateAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private string ConnectionString(string database) => string.Create(
        CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={_port};Database={database};Username=postgres;Maximum Pool Size=40");

    private static string? FindBinaries()
    {
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        string[] versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return path.Concat(versions.OrderDescending().Select(v => Path.Combine(v, "bin")))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }
}
