using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Cards;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Pages.Shared;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>What was changed in the spending controls of a card.</summary>
public sealed class HistoryModel(ISender sender, DetailText details, Words words) : HistoryPage(sender, details, words), IOfAccount
{
    AccountId IOfAccount.OfAccount => Card.AccountId;

    public Card Card => (Card)History.Owner;

    public override bool IsFinal => Card.Status == CardStatus.Canceled;

    public Task OnGetAsync(
        [FromRoute] CardId id, [FromQuery] string? before, [FromQuery] string? revert, CancellationToken cancellationToken) =>
        ReadAsync(
            new GetSpendControlHistory(id, Queries.Cursor(before, "before")), Queries.Cursor(revert, "revert"), cancellationToken);

    public Task<IActionResult> OnPostAsync(
        [FromRoute] CardId id, [FromQuery] string? before, [FromForm] long change, CancellationToken cancellationToken) =>
        RevertAsync(
            change, new RevertSpendControls(id, change, Version, RequestId.ToString("N")),
            new GetSpendControlHistory(id, Queries.Cursor(before, "before")), cancellationToken);
}
