using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Endpoints;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>The cards of the accounts that the person manages.</summary>
public sealed class SearchModel(ISender sender, Words words, TimeProvider time) : PageModel
{
    public CardFilter Filter { get; private set; } = new();

    public FoundCards Found { get; private set; } = null!;

    public bool IsFiltered => Filter is not { Account: null, Text: null, Status: null, Type: null, Need: null };

    /// <summary>The account that everything shown belongs to; none where it is several.</summary>
    public string? OnlyAccount => (Filter.Account ?? (Found.Accounts is [var one] ? one.Id : null))?.Value;

    public bool CanIssue => Filter.Account is { } account ? Found.Managed.Contains(account) : Found.Managed.Count > 0;

    /// <summary>Today (UTC).</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>What was spent, and what is left, with each of the cards shown.</summary>
    public IReadOnlyDictionary<CardId, CardUse> Use { get; private set; } = new Dictionary<CardId, CardUse>();

    /// <summary>What is filtered by, in words, and the address without it.</summary>
    public IReadOnlyList<(string Label, string Value, string Without)> Chips =>
    [
        .. Given.Where(g => g.Name is not ("text" or "sort")).Select(g => (words["filter." + g.Name], ValueOf(g.Name, g.Value),
            Queries.Address("/cards", Given.Where(other => other.Name != g.Name)))),
    ];

    public async Task OnGetAsync(
        [FromQuery] CardFilterQuery filter, [FromQuery] string? after, [FromQuery] string? before, CancellationToken cancellationToken)
    {
        Filter = filter.ToFilter();
        Found = await sender.Send(
            new SearchCards(
                Filter, Queries.Id<CardId>(after, "After", InvalidReason.CardId),
                Queries.Id<CardId>(before, "Before", InvalidReason.CardId)),
            cancellationToken);
        Use = await sender.Send(new GetUseOfCards([.. Found.Cards.Select(c => c.Card.Id)]), cancellationToken);
    }

    /// <summary>An address of this list, with what is filtered by.</summary>
    public string Address(string path, string? name = null, string? value = null) =>
        Queries.Address(path, name is null ? Given : [.. Given.Where(g => g.Name != name), (name, value!)]);

    /// <summary>The file of all that match. It is in the list's order, but for orders that are known of short lists alone.</summary>
    public string ExportAddress => Queries.Address(
        "/cards/export.csv",
        Given.Where(g => g.Name != "sort" || (Codes.Find<CardSort>(g.Value) is { } sort && !ICardRanking.Knows(sort))));

    /// <summary>How the list is sorted by a column, as a screen reader is told; none where it is not.</summary>
    public string? SortedBy(string ascending, string descending) =>
        Sort == ascending ? "ascending" : Sort == descending ? "descending" : null;

    /// <summary>The list sorted by a column; the other way round where it already is.</summary>
    public string SortAddress(string first, string second) => Address("/cards", "sort", Sort == first ? second : first);

    private string Sort => Filter.Sort ?? "newest";

    private IEnumerable<(string Name, string Value)> Given => new (string Name, string? Value)[]
    {
        ("account", Filter.Account?.Value), ("text", Filter.Text), ("status", Filter.Status), ("type", Filter.Type),
        ("sort", Filter.Sort), ("need", Filter.Need),
    }.Where(g => g.Value is not null).Select(g => (g.Name, g.Value!));

    private string ValueOf(string name, string value) => name switch
    {
        "account" => Found.Accounts.FirstOrDefault(a => a.Id.Value == value)?.Name ?? value,
        "status" => words.Find("card_state." + value.ToLowerInvariant()) ?? value,
        "type" => words["card_type." + value.ToLowerInvariant()],
        _ => words["card_need." + value.ToLowerInvariant()],
    };
}
