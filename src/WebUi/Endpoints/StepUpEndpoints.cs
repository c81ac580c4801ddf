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
        return TypedResults.Json(new Ways(ways.HasAuthenticator, ways.HasPasskey, ways.IsProven, ways.DemoCode));
    }

    private static async Task<IResult> ProveAsync(
        Proof proof, ISender sender, HttpContext context, CancellationToken cancellationToken)
    {
        await sender.Send(new StepUp(proof.Code ?? "", PinCardOf(proof.PinCardId)), cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.NoContent();
    }

    /// <summary>The card whose PIN is to be shown; none for all else.</summary>
    /// <exception cref="ValidationException">It is no id of a card.</exception>
    internal static CardId? PinCardOf(string? sent) => sent is null ? null
        : CardId.IsValid(sent) ? CardId.Parse(sent)
        : throw new ValidationException([InvalidReason.CardId.FailureFor("pin_card_id")]);

    private sealed record Ways(bool Authenticator, bool Passkey, bool IsProven, string? DemoCode);

    private sealed record Proof(
        [property: JsonPropertyName("code")] string? Code, [property: JsonPropertyName("pin_card_id")] string? PinCardId);
}
