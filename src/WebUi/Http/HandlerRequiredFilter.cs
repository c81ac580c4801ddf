using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Http;

/// <summary>
/// Refuses a method or handler that a page does not have. Razor Pages would show the page without asking for what it shows, and
/// without the access check that comes with asking.
/// </summary>
internal sealed class HandlerRequiredFilter : IPageFilter, IAuthorizationFilter
{
    /// <summary>A method that the page has no handler for at all is refused first, before antiforgery asks for a token.</summary>
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var method = context.HttpContext.Request.Method;
        if (context.ActionDescriptor is CompiledPageActionDescriptor page && page.ModelTypeInfo != typeof(Pages.ErrorModel)
            && !page.HandlerMethods.Any(handler => Serves(handler.HttpMethod, method)))
            context.Result = NotAllowed();
    }

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // The error page is shown in the place of any other, whatever the method.
        if (context.HandlerMethod is null && context.HandlerInstance is not Pages.ErrorModel)
            context.Result = NotAllowed();
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    private static StatusCodeResult NotAllowed() => new(StatusCodes.Status405MethodNotAllowed);

    private static bool Serves(string handler, string method) =>
        string.Equals(handler, method, StringComparison.OrdinalIgnoreCase) || (HttpMethods.IsHead(method) && HttpMethods.IsGet(handler));
}
