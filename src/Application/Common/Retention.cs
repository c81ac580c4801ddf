namespace CleanIssuing.Application.Common;

/// <summary>How long is kept what nobody needs any more.</summary>
/// <param name="Operations">Changes that have ended, with the form ids that tell a second click.</param>
/// <param name="AuditLog">None keeps it for ever.</param>
/// <param name="SessionIdle">A session that was idle for longer has ended.</param>
/// <param name="SessionAbsolute">A session that began earlier has ended.</param>
public sealed record Retention(TimeSpan Operations, TimeSpan? AuditLog, TimeSpan SessionIdle, TimeSpan SessionAbsolute);
