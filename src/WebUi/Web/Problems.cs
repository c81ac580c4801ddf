using Microsoft.AspNetCore.Diagnostics;

namespace CleanIssuing.WebUi.Web;

/// <summary>Marks an address to which failures are told as ProblemDetails.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal class JsonAnswerAttribute : Attribute;

/// <summary>Marks an address that our own scripts speak JSON with: it wants the antiforgery token in a header.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class JsonEndpointAttribute : JsonAnswerAttribute;

/// <summary>Leads every failure to its words: programs get JSON, people get a page.</summary>
internal static class Problems
{
    /// <summary>Where the page is that tells of a failure.</summary>
    public const string ErrorPage = "/error";

    /// <summary>Whoever calls an address that speaks JSON, and whoever does not ask for a page.</summary>
    public static bool WantsJson(this HttpContext context) =>
        (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint())?.Metadata.GetMetadata<JsonAnswerAttribute>() is not null
        || !context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public static void UseProblems(this WebApplication app)
    {
        app.UseStatusCodePages(async status =>
        {
            if (status.HttpContext.WantsJson())
                await Problem.ForStatus(status.HttpContext.Response.StatusCode).WriteAsync(status.HttpContext);
            else
                await ShowPageAsync(status);
        });
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = ErrorPage,
            StatusCodeSelector = failure => Problem.From(failure).Status,
            AllowStatusCode404Response = true,
            SuppressDiagnosticsCallback = handled => Problem.From(handled.Exception).IsExpected,
        });
    }

    /// <summary>Shows the error page at the address that failed, with its status.</summary>
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

/// <summary>Tells an exception to a program.</summary>
internal sealed class JsonProblems : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.WantsJson())
            return false;
        await Problem.From(exception).WriteAsync(httpContext);
        return true;
    }
}
