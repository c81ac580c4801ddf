using CleanIssuing.Application.People;

namespace CleanIssuing.UnitTests.People;

public class SignInThrottleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_wait_begins_after_the_free_tries_and_doubles_up_to_a_quarter_of_an_hour()
    {
        var throttle = SignInThrottle.None;
        var now = Now;
        var waits = new List<double>();
        for (var i = 0; i < 14; i++)
        {
            throttle = throttle.Fail(now, 5);
            waits.Add(throttle.LockedUntil is { } until ? (until - now).TotalSeconds : 0);
            now = throttle.LockedUntil ?? now.AddSeconds(1);
        }

        waits.ShouldBe([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900, 900]);
    }

    [Fact]
    public void A_try_during_the_wait_does_not_prolong_it()
    {
        var locked = Enumerable.Range(0, 5).Aggregate(SignInThrottle.None, (throttle, _) => throttle.Fail(Now, 5));

        locked.Fail(Now.AddSeconds(10), 5).LockedUntil.ShouldBe(locked.LockedUntil);
        locked.IsLockedAt(Now.AddSeconds(29)).ShouldBeTrue();
        locked.IsLockedAt(Now.AddSeconds(30)).ShouldBeFalse();
    }

    [Fact]
    public void After_an_hour_without_a_failure_counting_begins_anew()
    {
        var locked = Enumerable.Range(0, 5).Aggregate(SignInThrottle.None, (throttle, _) => throttle.Fail(Now, 5));

        locked.Fail(Now.AddMinutes(61), 5).ShouldBe(new SignInThrottle(1, Now.AddMinutes(61), null));
    }
}
