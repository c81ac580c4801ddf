namespace CleanIssuing.Domain.SharedKernel;

/// <summary>How an audited action ended.</summary>
public enum AuditOutcome
{
    /// <summary>It was begun; if this stays, we were stopped before its end was known.</summary>
    Started,

    /// <summary>It was done.</summary>
    Succeeded,

    /// <summary>It was allowed, but was not done.</summary>
    Failed,

    /// <summary>The person was not allowed to.</summary>
    Denied,
}
