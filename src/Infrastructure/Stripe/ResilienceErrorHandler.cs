using System.Net;
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
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                Attempts.TellFailed();
            else if (answer.StatusCode == HttpStatusCode.Conflict)
                // Another try with the same key is under way.
                Attempts.TellUnanswered();
            return answer;
        }
        catch (HttpRequestException)
        {
            Attempts.TellUnanswered();
            throw;
        }
        catch (TimeoutRejectedException timeout)
        {
            Attempts.TellUnanswered();
            // Stripe.net tries again after this one, as after a time-out of HttpClient itself.
            throw new TaskCanceledException(timeout.Message, timeout);
        }
        catch (BrokenCircuitException)
        {
            throw new StripeUnavailableException(RefusalReason.StripeCircuitOpen) { RetryAfter = StripeClients.BreakDuration };
        }
    }
}
