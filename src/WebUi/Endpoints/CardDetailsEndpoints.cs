using System.Text.Json.Serialization;
using CleanIssuing.Application.CardDetails;
using CleanIssuing.Domain.CardDetails;
using CleanIssuing.WebUi.Http;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace CleanIssuing.WebUi.Endpoints;

internal static class CardDetailsEndpoints
{
    public static void MapCardDetails(this IEndpointRouteBuilder app) => app
        .MapPost("/ephemeral-keys", CreateKeyAsync)
        .RequireRateLimiting(RateLimits.Keys)
        .WithMetadata(new JsonEndpointAttribute());

    private static async Task<IResult> CreateKeyAsync(
        CreateKeyRequest request, ISender sender, HttpContext context, CancellationToken cancellationToken)
    {
        var issued = await sender.Send(request.ToCommand(), cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new CreateKeyResponse(
            issued.Key.Id, issued.Key.Secret, issued.Key.ExpiresAt.ToUnixTimeSeconds(), issued.Key.ExpiresAt, issued.CardId.Value,
            issued.Nonce.Value));
    }

    private sealed record CreateKeyRequest(
        [property: JsonPropertyName("card_id")] string? CardId, [property: JsonPropertyName("nonce")] string? Nonce,
        [property: JsonPropertyName("details")] string? Details)
    {
        public CreateEphemeralKey ToCommand()
        {
            var failures = new List<ValidationFailure>();
            if (!Domain.SharedKernel.CardId.IsValid(CardId))
                failures.Add(InvalidReason.CardId.FailureFor("card_id"));
            if (!Domain.CardDetails.Nonce.IsValid(Nonce))
                failures.Add(InvalidReason.Nonce.FailureFor("nonce"));
            if (Details is not (null or "card" or "pin"))
                failures.Add(InvalidReason.RevealedDetails.FailureFor("details"));
            return failures.Count > 0
                ? throw new ValidationException(failures)
                : new CreateEphemeralKey(
                    Domain.SharedKernel.CardId.Parse(CardId), Domain.CardDetails.Nonce.Parse(Nonce),
                    Details == "pin" ? RevealedDetails.Pin : RevealedDetails.Card);
        }
    }

    /// <param name="Id">A phone's wallet wants Stripe's own names for the id and the end, in seconds.</param>
    private sealed record CreateKeyResponse(
        string Id, string EphemeralKeySecret, long Expires, DateTimeOffset ExpiresAt, string IssuingCard, string Nonce);
}
