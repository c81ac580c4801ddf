namespace CleanIssuing.WebUi.Http;

internal static partial class LastResort
{
    /// <summary>
    /// Answers what the error page itself failed at with a bare 500, so that Development's exception page, with its stack traces and
    /// settings, is never reached.
    /// </summary>
    public static void UseLastResort(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            LogFailed(app.Logger, failure);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    });

    [LoggerMessage(LogLevel.Error, "A request failed, and so did the page that tells of it")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
