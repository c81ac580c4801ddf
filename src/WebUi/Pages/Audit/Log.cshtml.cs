using System.Globalization;
using CleanIssuing.Application.Audit;
using CleanIssuing.WebUi.Endpoints;
using CleanIssuing.WebUi.Http;
using MediatR;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Audit;

/// <summary>The audit log of the accounts that the person manages.</summary>
public sealed class LogModel(ISender sender) : PageModel
{
    public AuditFilterQuery Filter { get; private set; } = new();

    public AuditPage Log { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery] AuditFilterQuery filter, [FromQuery] string? before, CancellationToken cancellationToken)
    {
        Filter = filter;
        Log = await sender.Send(new GetAuditLog(filter.ToFilter(), Queries.Cursor(before, "before")), cancellationToken);
    }

    public string Address(string path, long? before = null)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[]
        {
            ("account", Filter.Account), ("actor", Filter.Actor), ("action", Filter.Action), ("subject", Filter.Subject),
            ("outcome", Filter.Outcome), ("from", Filter.From), ("to", Filter.To),
                ("before", before?.ToString(CultureInfo.InvariantCulture)),
        })
        {
            if (Queries.Given(value) is { } given)
                query.Add(name, given);
        }

        return path + query.ToQueryString();
    }
}
