namespace CleanIssuing.Application.Common.Pipeline;

/// <summary>The append-only audit log. Each of these returns only once the line is safe on disk, and throws otherwise.</summary>
public interface IAuditLog
{
    /// <summary>Writes that the action is about to happen.</summary>
    /// <returns>The number of the line.</returns>
    Task<long> BeginAsync(AuditedAction action, Actor actor, AccountId? account, CancellationToken cancellationToken);

    /// <summary>Writes how it ended.</summary>
    Task EndAsync(long entry, AuditResult result, CancellationToken cancellationToken);

    /// <summary>Writes that it was refused.</summary>
    Task DenyAsync(AuditedAction action, Actor actor, AccountId? account, string reason, CancellationToken cancellationToken);

    /// <summary>Writes what has happened elsewhere already, in the transaction at hand.</summary>
    Task RecordAsync(AuditedAction action, Actor actor, AccountId account, DateTimeOffset at, AuditResult result,
        CancellationToken cancellationToken);

    /// <summary>Removes entries that were begun earlier.</summary>
    Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
