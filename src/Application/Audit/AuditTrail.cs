using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Audit;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.Audit;

/// <summary>What is written down of a request.</summary>
/// <param name="Action">What, for example <c>card_details.reveal</c>.</param>
/// <param name="Subject">The Stripe id of what it is done to.</param>
public sealed record AuditedAction(string Action, string Subject);

/// <summary>A request that is written into the audit trail, whatever becomes of it.</summary>
public interface IAuditedRequest
{
    /// <summary>What is written down.</summary>
    AuditedAction Audit { get; }
}

/// <summary>The append-only trail. Each of these returns only once the line is safe on disk, and throws otherwise.</summary>
public interface IAuditTrail
{
    /// <summary>Writes that the action is about to happen.</summary>
    Task<AuditEntry> BeginAsync(AuditedAction action, Actor actor, AccountId? account, CancellationToken cancellationToken);

    /// <summary>Writes how it ended.</summary>
    Task EndAsync(AuditEntry entry, AuditEnd end, CancellationToken cancellationToken);

    /// <summary>Writes that it was refused.</summary>
    Task DenyAsync(AuditedAction action, Actor actor, string reason, CancellationToken cancellationToken);
}
