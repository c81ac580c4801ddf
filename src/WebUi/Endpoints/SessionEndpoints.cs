using System.Security.Claims;
using CleanIssuing.Application.People;
using CleanIssuing.WebUi.Hosting;
using CleanIssuing.WebUi.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Endpoints;

/// <summary>Tells a page how long its session lasts, which alone does not prolong it, and prolongs it where the person says so.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder app)
    {
        app.MapGet("/session", Left).RequireRateLimiting(RateLimits.SessionChecks).WithMetadata(new JsonAnswerAttribute());
        app.MapPost("/session", StayAsync).RequireRateLimiting(RateLimits.Changes)
            .WithMetadata(new JsonEndpointAttribute());
    }

    private static IResult Left(HttpContext context) => Answer(context, context.Features.GetRequiredFeature<SessionTimes>());

    private static async Task<IResult> StayAsync(
        HttpContext context, ISessionStore sessions, IOptions<PortalOptions> portal, TimeProvider time, CancellationToken cancellationToken)
    {
        await sessions.TouchAsync(context.User.FindFirstValue(SessionEvents.SessionId)!, time.GetUtcNow(), cancellationToken);
        return Answer(context, context.Features.GetRequiredFeature<SessionTimes>() with { Idle = portal.Value.Sessions.Idle });
    }

    private static IResult Answer(HttpContext context, SessionTimes times)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new Seconds(times.IdleSeconds, times.AbsoluteSeconds));
    }

    private sealed record Seconds(int Idle, int Absolute);
}
