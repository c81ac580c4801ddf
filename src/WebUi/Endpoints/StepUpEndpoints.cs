using System.Text.Json.Serialization;
using CleanIssuing.Application.People;
using CleanIssuing.WebUi.Http;
using FluentValidation;
using MediatR;

namespace CleanIssuing.WebUi.Endpoints;

/// <summary>How a person proves in a page, without leaving it, that it is still them.</summary>
internal static class StepUpEndpoints
{
    public static void MapStepUp(this IEndpointRouteBuilder app)
    {
        app.MapGet("/step-up", AskAsync).RequireRateLimiting(RateLimits.SessionChecks).WithMetadata(new JsonAnswerAttribute());
        app.MapPost("/step-up", ProveAsync).RequireRateLimiting(RateLimits.Keys).WithMetadata(new JsonEndpointAttribute());
    }

    private static async Task<IResult> AskAsync(ISender sender, HttpContext context, CancellationToken cancellationToken)
    {
        var ways = await sender.Send(new GetStepUpMethods(), cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new Ways(ways.HasAuthenticator, ways.HasPasskey, ways.DemoCode));
    }

    private static async Task<IResult> ProveAsync(
        Proof proof, ISender sender, HttpContext context, CancellationToken cancellationToken)
    {
        if (proof.PinCardId is not null && !CardId.IsValid(proof.PinCardId))
            throw new ValidationException([InvalidReason.CardId.FailureFor("pin_card_id")]);
        await sender.Send(
            new StepUp(proof.Code ?? "", proof.PinCardId is { } card ? CardId.Parse(card) : null), cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.NoContent();
    }

    private sealed record Ways(bool Authenticator, bool Passkey, string? DemoCode);

    private sealed record Proof(
        [property: JsonPropertyName("code")] string? Code, [property: JsonPropertyName("pin_card_id")] string? PinCardId);
}
