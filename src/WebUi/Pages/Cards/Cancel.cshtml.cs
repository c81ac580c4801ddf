using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>Cancels a card that is no longer needed.</summary>
public sealed class CancelModel(ISender sender, Words words) : CancelPage(sender, words)
{
    public Task<IActionResult> OnPostAsync([FromRoute] CardId id, CancellationToken cancellationToken) =>
        CancelAsync(id, reason: null, cancellationToken);
}
