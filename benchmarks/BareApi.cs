using System.Text.Json.Serialization;
using Stripe;

namespace CleanIssuing.Benchmarks;

/// <summary>The least that could exchange a nonce for a key: no sign-in, no authorization, no antiforgery, no audit.</summary>
internal static class BareApi
{
    public static async Task<WebApplication> StartAsync(IUpstream upstream)
    {
        var app = Servers.Create();
        var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10) });
        var keys = new EphemeralKeyService(new StripeClient(new StripeClientOptions
        {
            ApiKey = upstream.SecretKey,
            ApiBase = upstream.Origin.GetLeftPart(UriPartial.Authority),
            HttpClient = new SystemNetHttpClient(http, maxNetworkRetries: 1, appInfo: null, enableTelemetry: false),
        }));
        app.MapPost("/ephemeral-keys", async (Asked asked) =>
        {
            var key = await keys.CreateAsync(new EphemeralKeyCreateOptions
            {
                IssuingCard = asked.CardId,
                Nonce = asked.Nonce,
                StripeVersion = "2026-10-28.endive",
            });
            return Results.Json(new { ephemeralKeySecret = key.Secret });
        });
        await app.StartAsync();
        return app;
    }

    private sealed record Asked([property: JsonPropertyName("card_id")] string CardId, [property: JsonPropertyName("nonce")] string Nonce);
}
