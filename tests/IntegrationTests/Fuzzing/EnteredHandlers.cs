using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CleanIssuing.IntegrationTests.Fuzzing;

/// <summary>Counts how often the handler of each page was entered, by whom, and by which kind of request.</summary>
public sealed class EnteredHandlers : IPageFilter
{
    /// <summary>The header by which a request says which target it is for, and whether it is a valid or a hostile one.</summary>
    public const string Kind = "X-Fuzz";

    public ConcurrentDictionary<string, int> Counts { get; } = new();

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is not null)
            Count(context.HttpContext);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    public void Count(HttpContext context) => Counts.AddOrUpdate(context.Request.Headers[Kind].ToString(), 1, (_, count) => count + 1);
}
