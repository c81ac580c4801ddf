using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>The cardholders of the accounts that the person sees.</summary>
public sealed class CardholdersModel(ISender sender) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Account { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public FoundCardholders Found { get; private set; } = null!;

    public bool IsFiltered => Queries.Given(Account) is not null || Queries.Given(Text) is not null;

    /// <summary>What each of them spent this month.</summary>
    public ILookup<CardholderId, Money> Spend { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery] string? after, [FromQuery] string? before, CancellationToken cancellationToken)
    {
        Found = await sender.Send(
            new GetCardholders(
                Queries.Id<AccountId>(Account, "Account", InvalidReason.AccountId), Queries.Given(Text), Queries.Given(Sort),
                Queries.Id<CardholderId>(after, "After", InvalidReason.CardholderId),
                Queries.Id<CardholderId>(before, "Before", InvalidReason.CardholderId)),
            cancellationToken);
        Spend = await sender.Send(new GetSpendOfCardholders([.. Found.Cardholders.Select(c => c.Cardholder.Id)]), cancellationToken);
    }

    /// <summary>An address of this list, with what is filtered by.</summary>
    public string Address(string name, string value) => Queries.Address(
        "/cardholders",
        [
            .. new (string Name, string? Value)[]
            {
                ("account", Queries.Given(Account)), ("text", Queries.Given(Text)), ("sort", Queries.Given(Sort)),
            }.Where(g => g.Value is not null && g.Name != name).Select(g => (g.Name, g.Value!)),
            (name, value),
        ]);

    /// <summary>How the list is sorted by a column, as a screen reader is told; none where it is not.</summary>
    public string? SortedBy(string column) => (Queries.Given(Sort)?.ToLowerInvariant() ?? "name") switch
    {
        var sort when sort == column => "ascending",
        var sort when sort == column + "descending" => "descending",
        _ => null,
    };

    /// <summary>The list sorted by a column; the other way round where it already is.</summary>
    public string SortAddress(string column) =>
        Address("sort", SortedBy(column) == "ascending" ? column + "descending" : column);
}
