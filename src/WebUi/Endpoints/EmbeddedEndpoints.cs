using System.Text.Json.Serialization;
using CleanIssuing.Application.Embedded;
using CleanIssuing.WebUi.Http;
using MediatR;

namespace CleanIssuing.WebUi.Endpoints;

internal static class EmbeddedEndpoints
{
    public static void MapEmbedded(this IEndpointRouteBuilder app)
    {
        app.MapPost("/account-sessions", CreateSessionAsync)
            .RequireRateLimiting(RateLimits.Keys)
            .WithMetadata(new JsonEndpointAttribute());
        app.MapPost("/embedded-refresh", RefreshAsync)
            .RequireRateLimiting(RateLimits.Keys)
            .WithMetadata(new JsonEndpointAttribute());
    }

    private static async Task<IResult> CreateSessionAsync(
        CreateSessionRequest request, ISender sender, HttpContext context, CancellationToken cancellationToken)
    {
        var created = await sender.Send(new CreateAccountSession(Account(request.Account)), cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new CreateSessionResponse(created.Session.ClientSecret));
    }

    private static async Task<IResult> RefreshAsync(RefreshRequest request, ISender sender, CancellationToken cancellationToken)
    {
        var card = Queries.Id<CardId>(request.CardId, "card_id", InvalidReason.CardId);
        await sender.Send(new RefreshFromStripe(Account(request.Account), card), cancellationToken);
        return TypedResults.NoContent();
    }

    private static AccountId Account(string? text) =>
        Queries.Id<AccountId>(text, "account", InvalidReason.AccountId) ?? throw InvalidReason.AccountId.For("account");

    private sealed record CreateSessionRequest([property: JsonPropertyName("account")] string? Account);

    private sealed record CreateSessionResponse([property: JsonPropertyName("clientSecret")] string ClientSecret)
    {
        /// <summary>The name alone: the session is a secret.</summary>
        public override string ToString() => nameof(CreateSessionResponse);
    }

    private sealed record RefreshRequest(
        [property: JsonPropertyName("account")] string? Account, [property: JsonPropertyName("card_id")] string? CardId);
}
