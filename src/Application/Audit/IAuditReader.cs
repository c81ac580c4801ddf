using CleanIssuing.Domain.Audit;

namespace CleanIssuing.Application.Audit;

/// <summary>Reads the audit log.</summary>
public interface IAuditReader
{
    /// <summary>The matching entries before the cursor, or just after it, or the latest; the latest first.</summary>
    Task<IReadOnlyList<AuditEntry>> PageAsync(
        AuditScope scope, AuditFilter filter, long? before, long? after, int take, CancellationToken cancellationToken);

    /// <summary>All matching entries, the latest first.</summary>
    IAsyncEnumerable<AuditEntry> ListAsync(AuditScope scope, AuditFilter filter, CancellationToken cancellationToken);
}
