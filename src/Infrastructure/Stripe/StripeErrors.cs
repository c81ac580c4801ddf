using System.Net;
using CleanIssuing.Application.Common;
using Stripe;

namespace CleanIssuing.Infrastructure.Stripe;

/// <summary>
/// Tells Stripe's failures in our words. Stripe's own text is left behind on purpose: it may repeat what was sent, a nonce
/// among it.
/// </summary>
internal static class StripeErrors
{
    /// <summary>Runs a call to Stripe.</summary>
    /// <exception cref="StripeRefusedException">Stripe said no.</exception>
    /// <exception cref="StripeUnavailableException">Stripe failed, was too slow or too busy.</exception>
    public static async Task<T> CallAsync<T>(Func<Task<T>> call, Func<StripeException, ExpectedException?>? refusal, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (StripeException failure)
        {
            throw refusal?.Invoke(failure) ?? Translate(failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StripeUnavailableException("Stripe took too long to answer. Nothing was changed here; try again in a moment.", "stripe_timeout");
        }
        catch (HttpRequestException)
        {
            throw new StripeUnavailableException("Stripe could not be reached. Try again in a moment.", "stripe_unreachable");
        }
    }

    /// <summary>Stripe's id of the request that failed.</summary>
    public static string? RequestId(StripeException failure) => failure.StripeResponse?.RequestId;

    private static ExpectedException Translate(StripeException failure) => failure.HttpStatusCode switch
    {
        HttpStatusCode.TooManyRequests => new StripeUnavailableException(
            "Stripe is taking no more requests from us for a moment. Wait a few seconds and try again.", "stripe_rate_limited")
        {
            StripeRequestId = RequestId(failure),
            RetryAfter = failure.StripeResponse?.Headers?.RetryAfter?.Delta ?? TimeSpan.FromSeconds(5),
        },
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new StripeRefusedException(
            "Stripe did not accept this portal's key or its permissions. An admin has to check the Stripe keys.", "stripe_permission")
        {
            StripeRequestId = RequestId(failure),
        },
        >= HttpStatusCode.InternalServerError => new StripeUnavailableException(
            "Stripe has a problem right now. Try again in a moment; status.stripe.com tells more.", "stripe_failed")
        {
            StripeRequestId = RequestId(failure),
        },
        _ => new StripeRefusedException("Stripe refused the request.", "stripe_refused") { StripeRequestId = RequestId(failure) },
    };
}
