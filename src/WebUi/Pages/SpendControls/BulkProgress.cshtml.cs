using CleanIssuing.Application.Common;
using CleanIssuing.Application.SpendControls;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>How far a bulk edit has come.</summary>
public sealed class BulkProgressModel(ISender sender) : PageModel
{
    /// <summary>The progress.</summary>
    public BulkEditProgress Progress { get; private set; } = null!;

    /// <summary>How it ended for a card, in a word, with how it is coloured.</summary>
    public static (string Text, string Style) Outcome(BulkOutcome outcome) => outcome switch
    {
        BulkOutcome.Changed => ("Changed", "active"),
        BulkOutcome.Unchanged => ("As it was", "inactive"),
        BulkOutcome.Failed => ("Failed", "canceled"),
        _ => ("Waiting", "inactive"),
    };

    /// <summary>Reads the progress; the script of the page asks for that part alone.</summary>
    public async Task<IActionResult> OnGetAsync(string account, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var edit))
            throw new NotFoundException("bulk edit");
        Progress = await sender.Send(new GetBulkEdit(account, edit), cancellationToken);
        return Request.Headers["X-Fragment"] == "progress" ? Partial("SpendControls/_BulkProgress", Progress) : Page();
    }
}
