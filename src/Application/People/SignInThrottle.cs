namespace CleanIssuing.Application.People;

/// <summary>How often signing in has failed lately, and until when it waits.</summary>
public sealed record SignInThrottle(int Failures, DateTimeOffset LastFailedAt, DateTimeOffset? LockedUntil)
{
    /// <summary>Wrong passwords for one person from one place before the first wait.</summary>
    public const int TriesHere = 5;

    /// <summary>The same from all places that the person has not signed in from.</summary>
    public const int TriesAnywhere = 100;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Failures count no more after this long without another.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    public static SignInThrottle None { get; } = new(0, DateTimeOffset.UnixEpoch, null);

    public bool IsLockedAt(DateTimeOffset now) => LockedUntil > now;

    /// <summary>
    /// Counts a failure. From the last of the free tries on each doubles the wait; one during a wait does not prolong it.
    /// </summary>
    public SignInThrottle Fail(DateTimeOffset now, int freeTries)
    {
        if (IsLockedAt(now))
            return this;
        var failures = now - LastFailedAt > Remembered ? 1 : Failures + 1;
        var beyond = failures - (long)freeTries;
        DateTimeOffset? until = beyond < 0
            ? null
            : now + TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << (int)Math.Min(beyond, 10)));
        return new SignInThrottle(failures, now, until);
    }
}
