using CleanIssuing.Application.Authorizations;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;

namespace CleanIssuing.WebUi.Endpoints;

/// <summary>A filter of purchases as it stands in an address. Days are the person's own.</summary>
public sealed record PurchaseFilterQuery(
    string? Mine = null, string? Account = null, string? Text = null, string? State = null, string? From = null, string? To = null,
    string? Category = null, string? Country = null, string? Card = null, string? Cardholder = null)
{
    /// <summary>Whether only the person's own purchases are meant, whatever else they see.</summary>
    public bool IsMine => string.Equals(Queries.Given(Mine), "true", StringComparison.OrdinalIgnoreCase);

    /// <param name="mine">Whether the person sees no account, so that only their own purchases are meant.</param>
    public PurchaseFilter ToFilter(PersonTimes times, bool mine) => new()
    {
        Mine = mine || IsMine,
        Account = Queries.Id<AccountId>(Account, "account", InvalidReason.AccountId),
        Text = Queries.Given(Text),
        State = Queries.Given(State),
        From = Queries.Day(From, "from") is { } from ? times.StartOf(from) : null,
        To = Queries.Day(To, "to") is { } to && to < DateOnly.MaxValue ? times.StartOf(to.AddDays(1)) : null,
        Category = Queries.Given(Category),
        Country = Queries.Given(Country),
        Card = Queries.Id<CardId>(Card, "card", InvalidReason.CardId),
        Cardholder = Queries.Id<CardholderId>(Cardholder, "cardholder", InvalidReason.CardholderId),
    };

    /// <summary>What is given, by name, in the order in which it stands in addresses.</summary>
    public IReadOnlyList<(string Name, string Value)> Given =>
    [
        .. new[]
        {
            ("mine", Mine), ("account", Account), ("text", Text), ("state", State), ("from", From), ("to", To), ("category", Category),
            ("country", Country), ("card", Card), ("cardholder", Cardholder),
        }.Where(p => Queries.Given(p.Item2) is not null).Select(p => (p.Item1, Queries.Given(p.Item2)!)),
    ];
}
