using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CleanIssuing.Infrastructure.Stripe;

/// <summary>Turns what the resilience handler throws into what Stripe.net and the portal know.</summary>
internal sealed class ResilienceErrorHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (TimeoutRejectedException timeout)
        {
            // Stripe.net tries again after this one, as after a time-out of HttpClient itself.
            throw new TaskCanceledException(timeout.Message, timeout);
        }
        catch (BrokenCircuitException)
        {
            throw new StripeUnavailableException(RefusalReason.StripeCircuitOpen) { RetryAfter = StripeClients.BreakDuration };
        }
    }
}
