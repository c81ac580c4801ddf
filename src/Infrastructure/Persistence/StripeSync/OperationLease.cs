using CleanIssuing.Infrastructure.Stripe;
using Microsoft.Extensions.Options;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

/// <summary>How long an operation belongs to the process that runs it, and which process this is.</summary>
internal sealed class OperationLease(IOptions<StripeOptions> options)
{
    // An operation reads, writes, and reads again where the answer is lost.
    private const int Calls = 3;

    // Stripe.net waits at most this long between two tries.
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);

    public Guid Owner { get; } = Guid.NewGuid();

    /// <summary>Longer than all its calls to Stripe take, each at its time-out and with all its retries.</summary>
    public TimeSpan Duration { get; } = (Calls * OfOneCall(options.Value)) + Margin;

    private static TimeSpan OfOneCall(StripeOptions stripe) =>
        ((1 + stripe.MaxNetworkRetries) * (stripe.Timeout + StripeClients.ForTheBody)) + (stripe.MaxNetworkRetries * BetweenTries);
}
