using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Http;

namespace CleanIssuing.WebUi.Endpoints;

/// <summary>A filter of cards as it stands in an address.</summary>
public sealed record CardFilterQuery(
    string? Account = null, string? Text = null, string? Status = null, string? Type = null, string? Sort = null,
    string? Need = null)
{
    public CardFilter ToFilter() => new()
    {
        Account = Queries.Id<AccountId>(Account, "Filter.Account", InvalidReason.AccountId),
        Text = Queries.Given(Text),
        Status = Queries.Given(Status),
        Type = Queries.Given(Type),
        Sort = Queries.Given(Sort),
        Need = Queries.Given(Need),
    };
}
