using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.People;
using CleanIssuing.WebUi.Endpoints;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Authorizations;

/// <summary>Purchases across cards: a cardholder's own, or those of the accounts that the person sees.</summary>
public sealed class PurchasesModel(ISender sender, PersonTimes times, Words words) : PageModel
{
    public PurchaseFilterQuery Query { get; private set; } = new();

    public FoundPurchases Found { get; private set; } = null!;

    /// <summary>What this month came to; none where the purchases are filtered, or where nothing was spent in it.</summary>
    public MonthOfSpend? Month { get; private set; }

    /// <summary>The person's own cards, where the purchases are theirs.</summary>
    public IReadOnlyList<CardView> OwnCards { get; private set; } = [];

    public bool SeesAccounts { get; private set; }

    /// <summary>Whether they are purchases with the person's own cards.</summary>
    public bool IsMine => !SeesAccounts || Query.IsMine;

    /// <summary>Whether the purchases may be of several cardholders.</summary>
    public bool ShowsCardholder => !IsMine && Query.Cardholder is null;

    public PurchaseList List => new(
        Found.Purchases, ShowsCardholder, HasNewer: Found.Newer is not null, HasOlder: Found.Older is not null);

    public bool IsFiltered => Query.Given.Any(p => p.Name is not ("mine" or "account"));

    /// <summary>Whether these are the latest, so that a new one belongs among them.</summary>
    public bool IsLatest { get; private set; }

    /// <summary>What is filtered by, in words, and the address without it.</summary>
    public IReadOnlyList<(string Label, string Value, string Without)> Chips =>
    [
        .. Query.Given.Where(p => p.Name is not ("mine" or "text") && !(IsMine && p.Name is "account" or "cardholder"))
            .Select(p => (words["filter." + p.Name], ValueOf(p.Name, p.Value), Without(p.Name))),
    ];

    /// <summary>Whether an address asks to count all purchases that match.</summary>
    public static bool CountsAll(string? count) => string.Equals(count, "all", StringComparison.OrdinalIgnoreCase);

    public async Task OnGetAsync(
        [FromQuery] PurchaseFilterQuery filter, [FromQuery] string? before, [FromQuery] string? after, [FromQuery] string? count,
        CancellationToken cancellationToken)
    {
        Query = filter;
        IsLatest = before is null && after is null;
        SeesAccounts = (await sender.Send(new GetNavigation(), cancellationToken)).SeesAccounts;
        Found = await sender.Send(
            new SearchPurchases(
                filter.ToFilter(times, !SeesAccounts), Queries.Id<AuthorizationId>(before, "before", InvalidReason.AuthorizationId),
                Queries.Id<AuthorizationId>(after, "after", InvalidReason.AuthorizationId),
                CountsAll: CountsAll(count), WithReasons: true),
            cancellationToken);
        if (IsMine)
            OwnCards = (await sender.Send(new GetMyCards(), cancellationToken)).Cards;
        if (IsLatest && !IsFiltered)
            Month = await MonthAsync(cancellationToken);
    }

    private async Task<MonthOfSpend?> MonthAsync(CancellationToken cancellationToken)
    {
        var first = new DateOnly(times.Today.Year, times.Today.Month, 1);
        var month = IsMine
            ? MonthOfSpend.Of(await sender.Send(new GetOwnSpend(times.StartOf(first)), cancellationToken), first)
            : MonthOfSpend.Of(
                await sender.Send(
                    new GetSpendOverview(Queries.Id<AccountId>(Query.Account, "account", InvalidReason.AccountId)), cancellationToken),
                times);
        return month.Spent.Any(m => m.Minor != 0) || month.Others.Count > 0 ? month : null;
    }

    /// <summary>An address of this list, with what is filtered by.</summary>
    public string Address(string path, string? name = null, string? value = null) =>
        Queries.Address(path, name is null ? Query.Given : [.. Query.Given, (name, value!)]);

    /// <summary>The overview in a currency.</summary>
    public string OverviewAddress(Currency currency) =>
        Queries.Address("/", [.. Query.Given.Where(p => p.Name == "account"), ("currency", currency.Code)]);

    private string Without(string name) => Queries.Address("/purchases", Query.Given.Where(p => p.Name != name));

    private string ValueOf(string name, string value) => name switch
    {
        "state" => words.Find("purchase_filter." + value) ?? value,
        "category" => MerchantCategories.Name(value),
        "country" => Countries.Name(value),
        "account" => Found.Accounts.FirstOrDefault(a => a.Id.Value == value)?.Name ?? value,
        "days" => "UTC",
        "from" or "to" when Queries.Day(value, name) is { } day => times.Date(day),
        "card" when Query.IsLast4 => value,
        "card" => Found.Purchases is [var row, ..] ? "•••• " + row.Card.Last4 : words["filter.one_card"],
        "cardholder" => Found.Purchases is [var row, ..] ? row.CardholderName : words["filter.one_cardholder"],
        _ => value,
    };
}
