using Microsoft.AspNetCore.Mvc.Rendering;

namespace CleanIssuing.WebUi.Http;

/// <summary>A form that comes back with problems opens at the first of them, and so is read from there.</summary>
public static class FirstProblem
{
    /// <returns>Whether this is the first one on the page.</returns>
    public static bool TakeFocus(ViewContext context) => context.HttpContext.Items.TryAdd(typeof(FirstProblem), true);
}
