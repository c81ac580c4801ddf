using CleanIssuing.Application.Audit;
using CleanIssuing.WebUi.Http;

namespace CleanIssuing.WebUi.Endpoints;

/// <summary>A filter of the audit log as it stands in an address.</summary>
public sealed record AuditFilterQuery(
    string? Account = null, string? Actor = null, string? Action = null, string? Subject = null, string? Outcome = null,
    string? From = null, string? To = null)
{
    public AuditFilter ToFilter() => new()
    {
        Account = Queries.Id<AccountId>(Account, "Filter.Account", InvalidReason.AccountId),
        Actor = Queries.Given(Actor),
        Action = Queries.Given(Action),
        Subject = Queries.Given(Subject),
        Outcome = Queries.Given(Outcome),
        From = Queries.Day(From, "Filter.From"),
        To = Queries.Day(To, "Filter.To"),
    };
}
