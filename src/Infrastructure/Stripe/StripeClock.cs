using Stripe;

namespace CleanIssuing.Infrastructure.Stripe;

/// <summary>
/// Stripe's clock, which every state is dated by: events carry it as <c>created</c>, answers as the <c>Date</c> header. Ours may be ahead
/// or behind.
/// </summary>
internal static class StripeClock
{
    /// <returns>In whole seconds, as Stripe gives it.</returns>
    public static DateTimeOffset DateOf(StripeResponse? response, TimeProvider time) =>
        DateTimeOffset.FromUnixTimeSeconds((response?.Date ?? time.GetUtcNow()).ToUnixTimeSeconds());
}
