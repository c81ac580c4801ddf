using CleanIssuing.Application.Audit;
using CleanIssuing.WebUi.Endpoints;
using MediatR;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Audit;

/// <summary>The audit trail.</summary>
public sealed class TrailModel(ISender sender) : PageModel
{
    /// <summary>What is looked for.</summary>
    public AuditFilterQuery Filter { get; private set; } = new();

    /// <summary>A page of the trail.</summary>
    public AuditPage Trail { get; private set; } = null!;

    /// <summary>Reads the page.</summary>
    public async Task OnGetAsync([FromQuery] AuditFilterQuery filter, [FromQuery] long? before, CancellationToken cancellationToken)
    {
        Filter = filter;
        Trail = await sender.Send(new GetAuditTrail(filter.ToFilter(), before), cancellationToken);
    }

    /// <summary>The filter as the query of an address, with one more part.</summary>
    public string Address(string path, long? before = null)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[]
        {
            ("account", Filter.Account), ("actor", Filter.Actor), ("action", Filter.Action), ("subject", Filter.Subject), ("outcome", Filter.Outcome),
            ("from", Filter.From), ("to", Filter.To), ("before", before?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        })
        {
            if (Query.Given(value) is { } given)
                query.Add(name, given);
        }

        return path + query.ToQueryString();
    }
}
