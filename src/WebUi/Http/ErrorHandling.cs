using Microsoft.AspNetCore.Diagnostics;

namespace CleanIssuing.WebUi.Http;

/// <summary>Shows failures: as JSON to programs, as a page to people.</summary>
internal static class ErrorHandling
{
    public const string ErrorPage = "/error";

    public static void AddErrorHandling(this IServiceCollection services)
    {
        services.AddSingleton<ProblemMapper>();
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemDetailsExceptionHandler>();
    }

    public static bool WantsJson(this HttpContext context)
    {
        // While a failure is handled, the endpoint is the one that failed.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        return endpoint?.Metadata.GetMetadata<JsonAnswerAttribute>() is not null
            || !context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    public static void UseErrorHandling(this WebApplication app)
    {
        app.UseStatusCodePages(async status =>
        {
            var context = status.HttpContext;
            if (context.WantsJson())
                await ProblemMapper.WriteAsync(
                    context, context.RequestServices.GetRequiredService<ProblemMapper>().ForStatus(context.Response.StatusCode));
            else
                await ShowPageAsync(status);
        });
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = ErrorPage,
            StatusCodeSelector = ProblemMapper.StatusOf,
            AllowStatusCode404Response = true,
            // What people can act on is no fault of the portal's.
            SuppressDiagnosticsCallback = handled => ProblemMapper.StatusOf(handled.Exception) != StatusCodes.Status500InternalServerError,
        });
    }

    private static async Task ShowPageAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        var (path, query) = (context.Request.Path, context.Request.QueryString);
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Request.Path = ErrorPage;
        context.Request.QueryString = default;
        try
        {
            await status.Next(context);
        }
        finally
        {
            (context.Request.Path, context.Request.QueryString) = (path, query);
        }
    }
}
