using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.IntegrationTests.Common;

/// <summary>Keeps what is logged.</summary>
public sealed class LogCapture : ILoggerProvider
{
    /// <summary>From which level on. What frameworks trace is a thousand times as much, and few tests look at it.</summary>
    public LogLevel Level { get; private set; } = LogLevel.Information;

    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>The same lines with the trace that they belong to: a request has that of its <c>traceparent</c> header.</summary>
    public ConcurrentQueue<(string Trace, string Line)> Traced { get; } = new();

    /// <summary>Keeps what is logged at any level, for as long as the answer is not disposed of.</summary>
    public IDisposable KeepEverything()
    {
        Level = LogLevel.Trace;
        return new Restriction(this);
    }

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, this);

    public void Dispose()
    {
    }

    private sealed class Restriction(LogCapture capture) : IDisposable
    {
        public void Dispose() => capture.Level = LogLevel.Information;
    }

    private sealed class Logger(string category, LogCapture capture) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            if (capture.Level == LogLevel.Trace)
                capture.Lines.Enqueue($"scope {category}: {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => logLevel >= capture.Level;

        public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            var line = $"{logLevel} {category}: {formatter(state, exception)} {exception}";
            capture.Lines.Enqueue(line);
            if (Activity.Current is { } activity)
                capture.Traced.Enqueue((activity.TraceId.ToString(), line));
        }
    }
}
