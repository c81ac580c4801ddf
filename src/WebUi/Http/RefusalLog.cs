using Microsoft.AspNetCore.Diagnostics;

namespace CleanIssuing.WebUi.Http;

/// <summary>Writes a line of each refusal, so that who tries what they may not is seen.</summary>
internal static partial class RefusalLog
{
    public static void UseRefusalLog(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response.StatusCode is < 400 or >= 500)
            return;
        // The error page has taken the place of what was asked for.
        var asked = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        LogRefused(
            app.Logger, context.Response.StatusCode, context.Request.Method, (asked as RouteEndpoint)?.RoutePattern.RawText ?? "nothing",
            context.RemoteAddress()?.ToString());
    });

    [LoggerMessage(LogLevel.Information, "Refused with {Status}: {Method} {Route} from {Address}")]
    private static partial void LogRefused(ILogger logger, int status, string method, string route, string? address);
}
