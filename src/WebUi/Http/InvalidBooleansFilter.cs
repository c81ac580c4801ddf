using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanIssuing.WebUi.Http;

/// <summary>
/// A check box cannot be shown again with a value that is neither true nor false; it is shown as not ticked, beside what is wrong.
/// </summary>
internal sealed class InvalidBooleansFilter : IPageFilter
{
    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        foreach (var name in context.ModelState.Where(e => e.Value?.ValidationState == ModelValidationState.Invalid).Select(e => e.Key)
            .Where(name => context.HandlerInstance.GetType().GetProperty(name)?.PropertyType == typeof(bool)).ToList())
            context.ModelState.SetModelValue(name, new ValueProviderResult("false"));
    }

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
