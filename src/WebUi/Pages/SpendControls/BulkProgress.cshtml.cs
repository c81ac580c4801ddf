using CleanIssuing.Application.SpendControls;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>How far a bulk edit has come.</summary>
public sealed class BulkProgressModel(ISender sender) : PageModel
{
    public BulkEditProgress Progress { get; private set; } = null!;

    public static string Style(BulkOutcome outcome) => outcome switch
    {
        BulkOutcome.Changed => "active",
        BulkOutcome.Failed => "canceled",
        _ => "inactive",
    };

    /// <summary>Reads the progress; the script of the page asks for that part alone.</summary>
    public async Task<IActionResult> OnGetAsync([FromRoute] AccountId account, [FromRoute] Guid id, CancellationToken cancellationToken)
    {
        Progress = await sender.Send(new GetBulkEdit(account, id), cancellationToken);
        return Request.Headers["X-Fragment"] == "progress" ? Partial("SpendControls/_BulkProgress", Progress) : Page();
    }

    public async Task<IActionResult> OnPostUndoAsync(
        [FromRoute] AccountId account, [FromRoute] Guid id, [FromForm] Guid requestId, CancellationToken cancellationToken)
    {
        var undo = await sender.Send(new UndoBulkEdit(account, id, requestId), cancellationToken);
        return Redirect($"/controls/{account}/{undo}");
    }
}
