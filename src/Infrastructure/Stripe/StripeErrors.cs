using System.Net;
using Stripe;

namespace CleanIssuing.Infrastructure.Stripe;

/// <summary>Translates what goes wrong with Stripe (https://docs.stripe.com/error-handling).</summary>
internal static class StripeErrors
{
    /// <param name="refusal">What a gateway makes of an error of its own; none leaves it to the general rules.</param>
    public static async Task<T> CallAsync<T>(
        Func<Task<T>> call, Func<StripeException, ExpectedException?>? refusal, CancellationToken cancellationToken)
    {
        var attempts = Attempts.Begin();
        try
        {
            return await call();
        }
        catch (StripeException failure) when (
            attempts.AnyUnanswered || (attempts.AnyFailed && failure.HttpStatusCode < HttpStatusCode.InternalServerError))
        {
            // What this answer says is not about the earlier try.
            throw new StripeUnavailableException(RefusalReason.StripeTimeout) { StripeRequestId = RequestId(failure) };
        }
        catch (StripeException failure)
        {
            throw refusal?.Invoke(failure) ?? Translate(failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StripeUnavailableException(RefusalReason.StripeTimeout);
        }
        catch (HttpRequestException)
        {
            throw new StripeUnavailableException(RefusalReason.StripeUnreachable);
        }
    }

    /// <summary>What Stripe does not have, which is the one refusal that says that there is nothing.</summary>
    public static ExpectedException? Missing(StripeException failure) => failure.StripeError?.Code == "resource_missing"
        ? new StripeRefusedException(RefusalReason.MissingAtStripe) { StripeRequestId = RequestId(failure) }
        : null;

    public static string? RequestId(StripeException failure) => failure.StripeResponse?.RequestId;

    private static ExpectedException Translate(StripeException failure) => failure.HttpStatusCode switch
    {
        HttpStatusCode.TooManyRequests => new StripeUnavailableException(RefusalReason.StripeRateLimited)
        {
            StripeRequestId = RequestId(failure),
            RetryAfter = failure.StripeResponse?.Headers?.RetryAfter?.Delta ?? TimeSpan.FromSeconds(5),
        },
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            new StripeRefusedException(RefusalReason.StripePermission) { StripeRequestId = RequestId(failure) },
        >= HttpStatusCode.InternalServerError =>
            new StripeUnavailableException(RefusalReason.StripeFailed) { StripeRequestId = RequestId(failure) },
        _ => new StripeRefusedException(RefusalReason.StripeRefused) { StripeRequestId = RequestId(failure) },
    };
}
