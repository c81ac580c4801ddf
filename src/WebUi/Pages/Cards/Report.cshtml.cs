using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>Cancels a card that was lost or stolen.</summary>
public sealed class ReportModel(ISender sender, Words words) : CancelPage(sender, words)
{
    /// <summary>Lost or stolen.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Cancels the card.</summary>
    public Task<IActionResult> OnPostAsync([FromRoute] CardId id, CancellationToken cancellationToken) =>
        CancelAsync(id, Reason ?? "", cancellationToken);
}
