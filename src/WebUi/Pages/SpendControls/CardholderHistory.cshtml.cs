using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Cards;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Pages.Shared;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>What was changed in the spending controls of a cardholder.</summary>
public sealed class CardholderHistoryModel(ISender sender, DetailText details, Words words)
    : HistoryPage(sender, details, words), IOfAccount
{
    AccountId IOfAccount.OfAccount => Cardholder.AccountId;

    public Cardholder Cardholder => (Cardholder)History.Owner;

    public Task OnGetAsync(
        [FromRoute] CardholderId id, [FromQuery] string? before, [FromQuery] string? revert, CancellationToken cancellationToken) =>
        ReadAsync(
            new GetCardholderControlHistory(id, Queries.Cursor(before, "before")), Queries.Cursor(revert, "revert"), cancellationToken);

    public Task<IActionResult> OnPostAsync(
        [FromRoute] CardholderId id, [FromQuery] string? before, [FromForm] long change, CancellationToken cancellationToken) =>
        RevertAsync(
            change, new RevertCardholderControls(id, change, Version, RequestId.ToString("N")),
            new GetCardholderControlHistory(id, Queries.Cursor(before, "before")), cancellationToken);
}
