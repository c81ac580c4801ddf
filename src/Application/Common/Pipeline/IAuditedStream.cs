namespace CleanIssuing.Application.Common.Pipeline;

/// <summary>An answer that goes on after its handler has returned.</summary>
internal interface IAuditedStream
{
    /// <param name="ended">Told when it has ended, with what went wrong.</param>
    void OnEnd(Func<Exception?, Task> ended);
}
