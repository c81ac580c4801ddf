using CleanIssuing.Infrastructure.Identity;
using CleanIssuing.WebUi.Hosting;

namespace CleanIssuing.WebUi.Http;

/// <summary>How much is left of the session of the present request.</summary>
/// <param name="Idle">If the person does nothing.</param>
/// <param name="Absolute">Whatever they do.</param>
internal sealed record SessionTimes(TimeSpan Idle, TimeSpan Absolute)
{
    /// <summary>Up to whole seconds: a page that asks too early would ask again.</summary>
    public int IdleSeconds => Rounded(Idle);

    /// <inheritdoc cref="IdleSeconds"/>
    public int AbsoluteSeconds => Rounded(Absolute);

    public bool IsOver => Idle <= TimeSpan.Zero || Absolute <= TimeSpan.Zero;

    public static SessionTimes Of(UserSession session, SessionLimitOptions options, DateTimeOffset now) =>
        new(session.LastSeenAt + options.Idle - now, session.BegunAt + options.Absolute - now);

    private static int Rounded(TimeSpan left) => (int)Math.Ceiling(left.TotalSeconds);
}
