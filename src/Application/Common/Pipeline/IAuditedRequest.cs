namespace CleanIssuing.Application.Common.Pipeline;

/// <summary>A request that is written into the audit log, whatever becomes of it.</summary>
public interface IAuditedRequest
{
    AuditedAction Audit { get; }
}
