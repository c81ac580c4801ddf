using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.IntegrationTests.Common;

/// <summary>
/// Keeps what is logged: of SQL statements those of one request alone, and of what frameworks trace nothing unless that is asked for. Kept
/// all the time, they would cost more than the tests.
/// </summary>
public sealed class LogCapture : ILoggerProvider
{
    private const string Statements = "Microsoft.EntityFrameworkCore.Database.Command";

    private readonly ConcurrentDictionary<ActivityTraceId, ConcurrentQueue<string>> _watched = new();
    private volatile bool _keepsEverything;

    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>Keeps what is logged at any level, for as long as the answer is not disposed of.</summary>
    public IDisposable KeepEverything()
    {
        _keepsEverything = true;
        return new Everything(this);
    }

    /// <summary>The SQL statements of a trace from now on: a request has that of its <c>traceparent</c> header.</summary>
    public IEnumerable<string> Watch(ActivityTraceId trace) => _watched.GetOrAdd(trace, _ => new());

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, this);

    public void Dispose()
    {
    }

    private sealed class Everything(LogCapture capture) : IDisposable
    {
        public void Dispose() => capture._keepsEverything = false;
    }

    private sealed class Logger(string category, LogCapture capture) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            if (capture._keepsEverything)
                capture.Lines.Enqueue($"scope {category}: {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) =>
            capture._keepsEverything || logLevel >= LogLevel.Information;

        public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // Whether statements are logged is remembered by the framework, so it is not IsEnabled that leaves them out.
            ConcurrentQueue<string>? statements = null;
            if (category == Statements && Activity.Current is { } activity)
                capture._watched.TryGetValue(activity.TraceId, out statements);
            var isKept = capture._keepsEverything || logLevel >= LogLevel.Warning
                || (logLevel == LogLevel.Information && category != Statements);
            if (!isKept && statements is null)
                return;
            var line = $"{logLevel} {category}: {formatter(state, exception)} {exception}";
            if (isKept)
                capture.Lines.Enqueue(line);
            statements?.Enqueue(line);
        }
    }
}
