namespace CleanIssuing.Application.Common.Pipeline;

/// <summary>An answer that says what was changed.</summary>
public interface IAuditedAnswer
{
    /// <summary>What was changed, from what to what, and why. Never a secret.</summary>
    IReadOnlyList<Detail> AuditDetails { get; }
}
