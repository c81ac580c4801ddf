using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>Cancels a card that was lost or stolen.</summary>
public sealed class ReportModel(ISender sender, Words words) : CancelPage(sender, words)
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnPostAsync([FromRoute] CardId id, CancellationToken cancellationToken) =>
        CancelAsync(id, Reason ?? "", cancellationToken);
}
