using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using CleanIssuing.Application.People;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;

namespace CleanIssuing.WebUi.Endpoints;

/// <summary>What a page asks the portal before and after it asks the browser for a passkey.</summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-in/passkey/options", AskAtSignInAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIns)
            .WithMetadata(new JsonEndpointAttribute());
        app.MapPost("/sign-in/passkey", SignInAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIns)
            .WithMetadata(new JsonEndpointAttribute());
        app.MapPost("/step-up/passkey/options", AskAtStepUpAsync).RequireRateLimiting(RateLimits.Keys)
            .WithMetadata(new JsonEndpointAttribute());
        app.MapPost("/step-up/passkey", StepUpAsync).RequireRateLimiting(RateLimits.Keys).WithMetadata(new JsonEndpointAttribute());
        app.MapPost("/me/passkeys/options", AskForNewAsync).RequireRateLimiting(RateLimits.SignIns)
            .WithMetadata(new JsonEndpointAttribute());
    }

    private static async Task<IResult> AskAtSignInAsync(ISender sender, HttpContext context, CancellationToken cancellationToken) =>
        Asked(context, await sender.Send(new StartPasskeySignIn(), cancellationToken));

    private static async Task<IResult> SignInAsync(
        Answer answer, ISender sender, SessionCookie session, PendingSignInCookie pending, Words words, HttpContext context,
        CancellationToken cancellationToken)
    {
        var signedIn = await sender.Send(
            new SignInWithPasskey(
                answer.ToPasskeyAnswer(), context.Request.Headers.UserAgent.ToString(),
                context.User.FindFirstValue(SessionEvents.SessionId)),
            cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        if (signedIn?.SessionId is null || !await session.TryWriteAsync(context, signedIn))
            return TypedResults.Problem(words["refused.passkey_refused"], statusCode: StatusCodes.Status422UnprocessableEntity);
        pending.Delete(context);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> AskAtStepUpAsync(ISender sender, HttpContext context, CancellationToken cancellationToken) =>
        Asked(context, await sender.Send(new StartPasskeyStepUp(), cancellationToken));

    private static async Task<IResult> StepUpAsync(
        Answer answer, ISender sender, HttpContext context, CancellationToken cancellationToken)
    {
        await sender.Send(
            new StepUpWithPasskey(answer.ToPasskeyAnswer(), StepUpEndpoints.PinCardOf(answer.PinCardId)), cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.NoContent();
    }

    private static async Task<IResult> AskForNewAsync(
        NewPasskey wanted, ISender sender, HttpContext context, CancellationToken cancellationToken) =>
        Asked(context, await sender.Send(new StartPasskey(wanted.Password ?? ""), cancellationToken));

    private static IResult Asked(HttpContext context, PasskeyCeremony ceremony)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new Question(ceremony.Id, JsonSerializer.Deserialize<JsonElement>(ceremony.Options)));
    }

    private sealed record Question(string Id, JsonElement Options);

    private sealed record Answer(
        string? Id, JsonElement? Credential, [property: JsonPropertyName("pin_card_id")] string? PinCardId)
    {
        public PasskeyAnswer ToPasskeyAnswer() => new(Id ?? "", Credential?.GetRawText() ?? "");
    }

    private sealed record NewPasskey(string? Password)
    {
        /// <summary>The name alone.</summary>
        public override string ToString() => nameof(NewPasskey);
    }
}
