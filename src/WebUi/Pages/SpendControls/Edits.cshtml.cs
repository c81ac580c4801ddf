using CleanIssuing.Application.SpendControls;
using CleanIssuing.WebUi.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>Bulk edits, running and finished.</summary>
public sealed class EditsModel(ISender sender) : PageModel
{
    public BulkEdits Found { get; private set; } = null!;

    public static string IconOf(BulkAction action) => action switch
    {
        BulkAction.Freeze => "snow",
        BulkAction.Cancel => "x-circle",
        BulkAction.RestoreControls or BulkAction.Unfreeze => "undo",
        _ => "controls",
    };

    public async Task OnGetAsync([FromQuery] string? before, CancellationToken cancellationToken)
    {
        Guid? cursor = Queries.Given(before) is not { } text ? null
            : Guid.TryParse(text, out var id) ? id
            : throw InvalidReason.Cursor.For("before");
        Found = await sender.Send(new GetBulkEdits(Before: cursor), cancellationToken);
    }
}
