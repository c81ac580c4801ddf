using System.Diagnostics;
using CleanIssuing.WebUi.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages;

/// <summary>Tells a person what failed; shown at the address that failed.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>What failed.</summary>
    internal Problem Problem =>
        HttpContext.Features.Get<IExceptionHandlerFeature>() is { Error: { } failure } ? Problem.From(failure)
        : Problem.ForStatus(Response.StatusCode >= 400 ? Response.StatusCode : StatusCodes.Status404NotFound);

    /// <summary>What to tell an admin.</summary>
    public string TraceId => Activity.Current?.Id ?? HttpContext.TraceIdentifier;
}
