using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Endpoints;
using CleanIssuing.WebUi.Http;
using MediatR;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>The cards of the accounts that the person manages.</summary>
public sealed class SearchModel(ISender sender, TimeProvider time) : PageModel
{
    public CardFilter Filter { get; private set; } = new();

    public FoundCards Found { get; private set; } = null!;

    public bool IsFiltered => Filter is not { Account: null, Text: null, Status: null, Type: null, Need: null };

    /// <summary>The account that everything shown belongs to; none where it is several.</summary>
    public string? OnlyAccount => (Filter.Account ?? (Found.Accounts is [var one] ? one.Id : null))?.Value;

    public bool CanIssue => Filter.Account is { } account ? Found.Managed.Contains(account) : Found.Managed.Count > 0;

    /// <summary>Today (UTC).</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync([FromQuery] CardFilterQuery filter, [FromQuery] string? after, CancellationToken cancellationToken)
    {
        Filter = filter.ToFilter();
        Found = await sender.Send(new SearchCards(Filter, Queries.Id<CardId>(after, "After", InvalidReason.CardId)), cancellationToken);
    }

    public string Address(string path, string? after = null)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[]
        {
            ("account", Filter.Account?.Value), ("text", Filter.Text), ("status", Filter.Status), ("type", Filter.Type),
            ("sort", Filter.Sort), ("need", Filter.Need),
            ("after", after),
        })
        {
            if (value is not null)
                query.Add(name, value);
        }

        return path + query.ToQueryString();
    }
}
