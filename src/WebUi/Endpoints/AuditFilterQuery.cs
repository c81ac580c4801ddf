using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.People;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;

namespace CleanIssuing.WebUi.Endpoints;

/// <summary>A filter of the audit log as it stands in an address. Days are the person's own.</summary>
public sealed record AuditFilterQuery(
    string? Account = null, string? Actor = null, string? Action = null, string? Subject = null, string? Outcome = null,
    string? From = null, string? To = null, string? Text = null)
{
    /// <summary>The filter, with the cards, cardholders and people that the text names looked up.</summary>
    public async Task<AuditFilter> ToFilterAsync(ISender sender, PersonTimes times, CancellationToken cancellationToken)
    {
        var filter = ToFilter(times);
        return filter.Text is { } text
            ? filter with
            {
                Named =
                [
                    .. await sender.Send(new FindCardIds(text), cancellationToken),
                    .. await sender.Send(new FindPeopleIds(text), cancellationToken),
                ],
            }
            : filter;
    }

    /// <summary>What is given, by name, in the order in which it stands in addresses.</summary>
    public IReadOnlyList<(string Name, string Value)> Given => Queries.AllGiven(
        ("account", Account), ("actor", Actor), ("action", Action), ("subject", Subject), ("outcome", Outcome), ("text", Text),
        ("from", From), ("to", To));

    private AuditFilter ToFilter(PersonTimes times) => new()
    {
        Account = Queries.Id<AccountId>(Account, "Filter.Account", InvalidReason.AccountId),
        Actor = Queries.Given(Actor),
        Action = Queries.Given(Action),
        Subject = Queries.Given(Subject),
        Outcome = Queries.Given(Outcome),
        Text = Queries.Given(Text),
        From = Queries.Day(From, "Filter.From") is { } from ? times.StartOf(from) : null,
        To = Queries.Day(To, "Filter.To") is { } to && to < DateOnly.MaxValue ? times.StartOf(to.AddDays(1)) : null,
    };
}
