using System.Diagnostics;
using CleanIssuing.WebUi.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanIssuing.WebUi.Pages;

/// <summary>Tells a person what went wrong. It is shown in the place of the page that failed, and is not limited once more.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[DisableRateLimiting]
public sealed class ErrorModel : PageModel
{
    internal ErrorReport Report
    {
        get
        {
            var problems = HttpContext.RequestServices.GetRequiredService<ProblemMapper>();
            return HttpContext.Features.Get<IExceptionHandlerFeature>() is { Error: { } failure }
                ? problems.From(failure)
                : problems.ForStatus(Response.StatusCode >= 400 ? Response.StatusCode : StatusCodes.Status404NotFound);
        }
    }

    /// <summary>Whoever asks for this page itself asks for one that there is not.</summary>
    public void OnGet()
    {
        if (Response.StatusCode < StatusCodes.Status400BadRequest)
            Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>Without this, Razor Pages would answer 200 and nothing in the place of what failed.</summary>
    public void OnOptions()
    {
    }

    /// <summary>By which what happened is found in the log: the beginning of the trace's id.</summary>
    public string Reference => Activity.Current?.TraceId.ToString()[..8] ?? HttpContext.TraceIdentifier;
}
