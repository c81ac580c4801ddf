using Microsoft.AspNetCore.Diagnostics;

namespace CleanIssuing.WebUi.Http;

/// <summary>Answers programs with a ProblemDetails; people get the error page.</summary>
internal sealed class ProblemDetailsExceptionHandler(ProblemMapper problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.WantsJson())
            return false;
        await ProblemMapper.WriteAsync(httpContext, problems.From(exception));
        return true;
    }
}
