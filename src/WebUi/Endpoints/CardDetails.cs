using System.Text.Json.Serialization;
using CleanIssuing.Application.CardDetails;
using CleanIssuing.WebUi.Web;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Endpoints;

/// <summary>What Stripe's components in the browser call for card details.</summary>
internal static class CardDetails
{
    private const int MaxBody = 16 * 1024;

    public static void MapCardDetails(this IEndpointRouteBuilder app) => app
        .MapPost("/ephemeral-keys", CreateKeyAsync)
        .WithMetadata(new JsonEndpointAttribute(), new LimitedAttribute(Limited.Keys), new RequestSizeLimitAttribute(MaxBody));

    private static async Task<IResult> CreateKeyAsync(KeyAsked asked, ISender sender, HttpContext context, CancellationToken cancellationToken)
    {
        var issued = await sender.Send(new CreateEphemeralKey(asked.CardId ?? "", asked.Nonce ?? ""), cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new KeyGiven(issued.Key.Secret, issued.Key.ExpiresAt, issued.CardId.Value, issued.Nonce.Value));
    }

    private sealed record KeyAsked([property: JsonPropertyName("card_id")] string? CardId, [property: JsonPropertyName("nonce")] string? Nonce);

    private sealed record KeyGiven(string EphemeralKeySecret, DateTimeOffset ExpiresAt, string IssuingCard, string Nonce);
}
