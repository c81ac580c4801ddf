using CleanIssuing.Domain.Audit;

namespace CleanIssuing.Application.Audit;

/// <summary>Writes lines of the trail about what has happened elsewhere already, in the transaction at hand.</summary>
public interface IAuditNotes
{
    /// <summary>Writes a line that has ended.</summary>
    Task AddAsync(AuditEntry ended, CancellationToken cancellationToken);
}
