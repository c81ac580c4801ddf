using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Removes sessions that have ended by themselves, failed sign-ins that count no more, and unanswered questions.</summary>
internal sealed class PruneSessions(ISessionStore sessions, ISignInThrottleStore throttles, IPasskeys passkeys)
    : INotificationHandler<RetentionDue>
{
    public async Task Handle(RetentionDue notification, CancellationToken cancellationToken)
    {
        var (retention, now) = (notification.Retention, notification.Now);
        await sessions.PruneAsync(now - retention.SessionAbsolute, now - retention.SessionIdle, cancellationToken);
        await passkeys.PruneAsync(now, cancellationToken);
        await throttles.PruneAsync(now - SignInThrottle.Remembered, cancellationToken);
    }
}
