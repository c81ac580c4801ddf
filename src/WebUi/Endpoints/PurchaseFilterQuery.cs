using CleanIssuing.Application.Authorizations;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;

namespace CleanIssuing.WebUi.Endpoints;

/// <summary>A filter of purchases as it stands in an address.</summary>
/// <param name="Card">Its id, or its last four digits.</param>
/// <param name="Days"><c>utc</c>, as daily sums are kept; otherwise days are the person's own.</param>
public sealed record PurchaseFilterQuery(
    string? Mine = null, string? Account = null, string? Text = null, string? State = null, string? From = null, string? To = null,
    string? Category = null, string? Country = null, string? Card = null, string? Cardholder = null,
    string? Days = null)
{
    /// <summary>Whether only the person's own purchases are meant, whatever else they see.</summary>
    public bool IsMine => string.Equals(Queries.Given(Mine), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the card is given by its last four digits, or by what somebody has typed for them: no card is found by other digits.
    /// </summary>
    public bool IsLast4 => Queries.Given(Card) is { } given && !given.StartsWith("ic_", StringComparison.Ordinal);

    /// <summary>As people copy them: <c>•••• 4242</c>.</summary>
    private string? Digits => Queries.Given(Card)?.Replace("•", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    private bool AreUtcDays => string.Equals(Queries.Given(Days), "utc", StringComparison.OrdinalIgnoreCase);

    /// <param name="mine">Whether the person sees no account, so that only their own purchases are meant.</param>
    public PurchaseFilter ToFilter(PersonTimes times, bool mine) => new()
    {
        Mine = mine || IsMine,
        Account = Queries.Id<AccountId>(Account, "account", InvalidReason.AccountId),
        Text = Queries.Given(Text),
        State = Queries.Given(State),
        From = Queries.Day(From, "from") is { } from ? StartOf(from, times) : null,
        To = Queries.Day(To, "to") is { } to && to < DateOnly.MaxValue ? StartOf(to.AddDays(1), times) : null,
        Category = Queries.Given(Category),
        Country = Queries.Given(Country),
        Card = IsLast4 ? null : Queries.Id<CardId>(Card, "card", InvalidReason.CardId),
        Last4 = IsLast4 ? Digits : null,
        Cardholder = Queries.Id<CardholderId>(Cardholder, "cardholder", InvalidReason.CardholderId),
    };

    private DateTimeOffset StartOf(DateOnly day, PersonTimes times) =>
        AreUtcDays ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : times.StartOf(day);

    /// <summary>What is given, by name, in the order in which it stands in addresses.</summary>
    public IReadOnlyList<(string Name, string Value)> Given => Queries.AllGiven(
        ("mine", Mine), ("account", Account), ("text", Text), ("state", State), ("from", From), ("to", To), ("category", Category),
        ("country", Country), ("card", Card), ("cardholder", Cardholder), ("days", AreUtcDays ? "utc" : null));
}
