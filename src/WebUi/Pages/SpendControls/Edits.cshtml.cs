using CleanIssuing.Application.SpendControls;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>The latest bulk edits, running and finished.</summary>
public sealed class EditsModel(ISender sender) : PageModel
{
    public IReadOnlyList<BulkEditSummary> Edits { get; private set; } = [];

    public static string IconOf(BulkAction action) => action switch
    {
        BulkAction.Freeze => "snow",
        BulkAction.Cancel => "x-circle",
        BulkAction.RestoreControls or BulkAction.Unfreeze => "undo",
        _ => "controls",
    };

    public async Task OnGetAsync(CancellationToken cancellationToken) => Edits = await sender.Send(new GetBulkEdits(), cancellationToken);
}
