using System.Net;
using CleanIssuing.Infrastructure.Stripe.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;
using Stripe;

namespace CleanIssuing.Infrastructure.Stripe;

/// <summary>Sets up the one client that talks to Stripe.</summary>
internal static class StripeClients
{
    private const string HttpClientName = "stripe";

    /// <summary>How long Stripe is left alone once the circuit breaker has opened.</summary>
    public static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(5);

    /// <summary>The resilience handler's time-out ends with the headers of the answer.</summary>
    internal static readonly TimeSpan ForTheBody = TimeSpan.FromSeconds(1);

    public static IServiceCollection AddStripeClient(this IServiceCollection services)
    {
        services.AddTransient<UnconfirmedPlatformHandler>().AddTransient<ResilienceErrorHandler>();
        services.AddHttpClient(HttpClientName, (provider, http) => http.Timeout = TimeoutOf(provider) + ForTheBody)
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(10);
                handler.AutomaticDecompression = DecompressionMethods.All;
                // Stripe does not redirect, and a key must not follow where somebody else points.
                handler.AllowAutoRedirect = false;
            })
            .AddHttpMessageHandler<UnconfirmedPlatformHandler>()
            .AddHttpMessageHandler<ResilienceErrorHandler>()
            // The connection pool renews itself; handlers need not be rotated on top of it.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // Addresses of requests are Stripe's business, and the tracing of a request says enough.
            .RemoveAllLoggers()
            .AddResilienceHandler(HttpClientName, (pipeline, context) => Configure(pipeline, TimeoutOf(context.ServiceProvider)));

        return services.AddSingleton<IStripeClient>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<StripeOptions>>().Value;
            var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
            return new StripeClient(new StripeClientOptions
            {
                ApiKey = options.SecretKey,
                ApiBase = options.ApiBase.GetLeftPart(UriPartial.Authority),
                HttpClient = new SystemNetHttpClient(
                    http, options.MaxNetworkRetries, new AppInfo { Name = "CleanIssuing", Version = "1.0" }, enableTelemetry: false),
            });
        });
    }

    private static TimeSpan TimeoutOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<StripeOptions>>().Value.Timeout;

    /// <summary>
    /// A time-out for each try, and a circuit breaker for when Stripe is down. Retries stay with Stripe.net, which sends the same
    /// idempotency key again.
    /// </summary>
    private static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeSpan timeout)
    {
        // Networks take real time, whatever clock the portal runs by.
        pipeline.TimeProvider = TimeProvider.System;
        pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            // A refusal for too many requests is an answer, and it says itself when to come again.
            ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome switch
            {
                { Exception: HttpRequestException or TimeoutRejectedException } => true,
                { Result: { } answer } => answer.StatusCode >= HttpStatusCode.InternalServerError,
                _ => false,
            }),
            FailureRatio = 0.5,
            MinimumThroughput = 20,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = BreakDuration,
        });
        pipeline.AddTimeout(timeout);
    }

    /// <summary>Speaks for the account; for the platform itself, with no header.</summary>
    public static RequestOptions OnBehalfOf(AccountId? account) => new() { StripeAccount = account?.Value };
}
