using CleanIssuing.Application.SpendControls;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>What was changed in the spending controls of a card.</summary>
public sealed class HistoryModel(ISender sender, DetailText details, Words words) : PageModel
{
    public ControlHistoryPage History { get; private set; } = null!;

    [BindProperty]
    public Guid RequestId { get; set; } = Guid.NewGuid();

    [BindProperty]
    public string? Version { get; set; }

    public string Source(ControlChange change) => change.Source switch
    {
        ControlChangeSource.Portal => change.ActorName ?? "",
        ControlChangeSource.StripeComponent => words["controls.source.component", change.ActorName ?? ""],
        _ => words["controls.source.stripe"],
    };

    public async Task OnGetAsync([FromRoute] CardId id, [FromQuery] string? before, CancellationToken cancellationToken)
    {
        History = await sender.Send(new GetSpendControlHistory(id, Queries.Cursor(before, "before")), cancellationToken);
        (Version, RequestId) = (History.View.Card.SpendingControls.Version, Guid.NewGuid());
    }

    /// <summary>Goes back before a change.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] CardId id, [FromForm] long change, CancellationToken cancellationToken)
    {
        SpendControlsUpdated? updated = null;
        try
        {
            var revert = new RevertSpendControls(id, change, Version, RequestId.ToString("N"));
            if (await this.TryAsync(async () => updated = await sender.Send(revert, cancellationToken)))
            {
                this.Tell(updated!.Differences.Count == 0
                    ? words["done.already_in_effect"]
                    : details.Notice("done.reverted", updated.Differences));
                return Redirect($"/cards/{id}/controls/history");
            }
        }
        catch (ControlsConflictException)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", words["controls.conflict.reloaded"]);
        }

        await OnGetAsync(id, null, cancellationToken);
        return Page();
    }
}
