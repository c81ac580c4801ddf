using CleanIssuing.Domain.Audit;

namespace CleanIssuing.Application.Audit;

/// <summary>Reads the audit log.</summary>
public interface IAuditReader
{
    /// <summary>A page of matching entries, the latest first, before the cursor.</summary>
    Task<IReadOnlyList<AuditEntry>> PageAsync(
        AuditScope scope, AuditFilter filter, long? before, int take, CancellationToken cancellationToken);

    /// <summary>All matching entries, the latest first.</summary>
    IAsyncEnumerable<AuditEntry> ListAsync(AuditScope scope, AuditFilter filter, CancellationToken cancellationToken);
}
