using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Application.Common.Pipeline;

/// <summary>Says which request ran, how it ended and how long it took. Names only: a request may carry a secret.</summary>
internal sealed class TracingBehavior<TRequest, TResponse>(RequestTracing tracing, ILogger<RequestTracing> logger, TimeProvider time)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly string Name = typeof(TRequest).Name;

    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        using var activity = tracing.Source.StartActivity(Name);
        var started = time.GetTimestamp();
        try
        {
            var response = await next(cancellationToken);
            logger.LogDebug("{Request} succeeded in {Elapsed} ms", Name, time.GetElapsedTime(started).TotalMilliseconds);
            return response;
        }
        catch (ExpectedException expected)
        {
            activity?.SetStatus(ActivityStatusCode.Error, expected.Reason.ToCode());
            logger.LogInformation(
                "{Request} ended with {Reason} in {Elapsed} ms (Stripe request {StripeRequestId})",
                Name, expected.Reason.ToCode(), time.GetElapsedTime(started).TotalMilliseconds, expected.StripeRequestId);
            throw;
        }
    }
}
