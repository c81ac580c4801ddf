using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CleanIssuing.WebUi.Http;

/// <summary>
/// Refuses a method or handler that a page does not have. Razor Pages would show the page without asking for what it shows, and
/// without the access check that comes with asking.
/// </summary>
internal sealed class HandlerRequiredFilter : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // The error page is shown in the place of any other, whatever the method.
        if (context.HandlerMethod is null && context.HandlerInstance is not Pages.ErrorModel)
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
