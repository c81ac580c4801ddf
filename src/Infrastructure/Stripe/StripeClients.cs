using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Stripe;

namespace CleanIssuing.Infrastructure.Stripe;

/// <summary>Sets up the one client that talks to Stripe.</summary>
internal static class StripeClients
{
    private const string HttpClientName = "stripe";

    public static IServiceCollection AddStripeClient(this IServiceCollection services)
    {
        services.AddTransient<UnconfirmedPlatformHandler>();
        services.AddHttpClient(HttpClientName, (provider, http) => http.Timeout = provider.GetRequiredService<IOptions<StripeOptions>>().Value.Timeout)
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(10);
                handler.AutomaticDecompression = DecompressionMethods.All;
            })
            .AddHttpMessageHandler<UnconfirmedPlatformHandler>()
            // The connection pool renews itself; handlers need not be rotated on top of it.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // Addresses of requests are Stripe's business, and the tracing of a request says enough.
            .RemoveAllLoggers();

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

    /// <summary>Speaks for the account; for the platform itself, with no header.</summary>
    public static RequestOptions OnBehalfOf(Domain.People.AccountId? account) => new() { StripeAccount = account?.Value };
}
