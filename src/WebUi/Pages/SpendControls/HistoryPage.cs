using CleanIssuing.Application.SpendControls;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>What was changed in the spending controls of a card or a cardholder.</summary>
public abstract class HistoryPage(ISender sender, DetailText details, Words words) : PageModel
{
    public ControlHistoryPage History { get; private set; } = null!;

    [BindProperty]
    public Guid RequestId { get; set; } = Guid.NewGuid();

    [BindProperty]
    public string? Version { get; set; }

    /// <summary>Whether they can no longer be changed.</summary>
    public virtual bool IsFinal => false;

    public string Source(ControlChange change) => change.Source switch
    {
        ControlChangeSource.Portal => change.ActorName ?? "",
        ControlChangeSource.StripeComponent => words["controls.source.component", change.ActorName ?? ""],
        _ => words["controls.source.stripe"],
    };

    protected async Task ReadAsync(IRequest<ControlHistoryPage> history, CancellationToken cancellationToken)
    {
        History = await sender.Send(history, cancellationToken);
        (Version, RequestId) = (History.Owner.SpendingControls.Version, Guid.NewGuid());
    }

    /// <summary>Goes back before a change.</summary>
    protected async Task<IActionResult> RevertAsync(
        IRequest<SpendControlsUpdated> revert, IRequest<ControlHistoryPage> history, CancellationToken cancellationToken)
    {
        SpendControlsUpdated? updated = null;
        try
        {
            if (await this.TryAsync(async () => updated = await sender.Send(revert, cancellationToken)))
            {
                this.Tell(updated!.Differences.Count == 0
                    ? words["done.already_in_effect"]
                    : details.Notice("done.reverted", updated.Differences));
                return Redirect(Request.Path);
            }
        }
        catch (ControlsConflictException)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", words["controls.conflict.reloaded"]);
        }

        await ReadAsync(history, cancellationToken);
        return Page();
    }
}
