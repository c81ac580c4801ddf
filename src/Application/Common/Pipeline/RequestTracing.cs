using System.Diagnostics;

namespace CleanIssuing.Application.Common.Pipeline;

/// <summary>The source of the activities, one for each request, that OpenTelemetry may listen to.</summary>
public sealed class RequestTracing : IDisposable
{
    /// <summary>The name to listen to.</summary>
    public const string SourceName = "CleanIssuing";

    internal ActivitySource Source { get; } = new(SourceName);

    public void Dispose() => Source.Dispose();
}
