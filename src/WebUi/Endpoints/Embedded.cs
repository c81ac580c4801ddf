using System.Text.Json.Serialization;
using CleanIssuing.Application.Embedded;
using CleanIssuing.WebUi.Web;
using MediatR;

namespace CleanIssuing.WebUi.Endpoints;

/// <summary>What the pages with Stripe's embedded components call.</summary>
internal static class Embedded
{
    public static void MapEmbedded(this WebApplication app)
    {
        app.MapPost("/account-sessions", async (AccountSessionBody body, HttpContext context, ISender sender) =>
        {
            var created = await sender.Send(new CreateAccountSession(body.Account ?? ""), context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.Ok(new AccountSessionAnswer(created.Session.ClientSecret));
        }).WithMetadata(new JsonEndpointAttribute(), new LimitedAttribute(Limited.Keys));

        app.MapPost("/embedded-refresh", async (RefreshBody body, HttpContext context, ISender sender) =>
        {
            await sender.Send(new RefreshFromStripe(body.Account ?? "", body.CardId), context.RequestAborted);
            return TypedResults.NoContent();
        }).WithMetadata(new JsonEndpointAttribute(), new LimitedAttribute(Limited.Keys));
    }

    /// <summary>The account to open.</summary>
    internal sealed record AccountSessionBody([property: JsonPropertyName("account")] string? Account);

    /// <summary>The session's secret.</summary>
    internal sealed record AccountSessionAnswer([property: JsonPropertyName("clientSecret")] string ClientSecret)
    {
        /// <summary>The name alone.</summary>
        public override string ToString() => nameof(AccountSessionAnswer);
    }

    /// <summary>What to read again.</summary>
    internal sealed record RefreshBody(
        [property: JsonPropertyName("account")] string? Account, [property: JsonPropertyName("card_id")] string? CardId);
}
