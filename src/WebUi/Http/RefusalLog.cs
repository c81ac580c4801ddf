using Microsoft.AspNetCore.Diagnostics;

namespace CleanIssuing.WebUi.Http;

/// <summary>
/// Writes a line of each refusal, so that who tries what they may not is seen, and forbids keeping what a signed-in person was shown.
/// </summary>
internal static partial class RefusalLog
{
    public static void UseRefusalLog(this WebApplication app) => app.Use(async (context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (context.User.Identity is { IsAuthenticated: true } && context.Response.Headers.CacheControl.Count == 0)
                context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        // Kept from before, for the error page takes the place of what was asked for.
        var method = context.Request.Method;
        string? route = null;
        context.Response.OnStarting(() =>
        {
            route = (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText;
            return Task.CompletedTask;
        });
        await next(context);
        if (context.Response.StatusCode is >= 400 and < 500)
            LogRefused(
                app.Logger, context.Response.StatusCode, method,
                route ?? (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "nothing", context.RemoteAddress()?.ToString());
    });

    [LoggerMessage(LogLevel.Information, "Refused with {Status}: {Method} {Route} from {Address}")]
    private static partial void LogRefused(ILogger logger, int status, string method, string route, string? address);
}
