namespace CleanIssuing.Infrastructure.Stripe;

/// <summary>
/// Stripe dates events to the second. A state that we read is dated to the second in which we began to ask, so that the two can
/// be compared: what is told of the same second may be newer, and is then read again.
/// </summary>
internal static class WholeSeconds
{
    public static DateTimeOffset WholeSecond(this TimeProvider time) => DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
}
