using CleanIssuing.Application.SpendControls;
using CleanIssuing.WebUi.Web;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>What was changed in the spending controls of a card.</summary>
public sealed class HistoryModel(ISender sender) : PageModel
{
    /// <summary>A page of changes.</summary>
    public ControlHistoryPage History { get; private set; } = null!;

    /// <summary>The forms' own id.</summary>
    [BindProperty]
    public Guid RequestId { get; set; } = Guid.NewGuid();

    /// <summary>The version that the person saw.</summary>
    [BindProperty]
    public string? Version { get; set; }

    /// <summary>Where a change was made.</summary>
    public static string Where(ControlChange change) => change.Source switch
    {
        ControlChangeSource.Portal => change.ActorName ?? "",
        ControlChangeSource.StripeComponent => $"{change.ActorName}, in Stripe's component",
        _ => "At Stripe, outside this portal",
    };

    /// <summary>Reads the page.</summary>
    public async Task OnGetAsync(string id, [FromQuery] long? before, CancellationToken cancellationToken)
    {
        History = await sender.Send(new GetSpendControlHistory(id, before), cancellationToken);
        Version = History.View.Card.SpendingControls.Version;
    }

    /// <summary>Goes back before a change.</summary>
    public async Task<IActionResult> OnPostAsync(string id, [FromForm] long change, CancellationToken cancellationToken)
    {
        SpendControlsUpdated? updated = null;
        try
        {
            if (await this.TryAsync(async () => updated = await sender.Send(new RevertSpendControls(id, change, Version, RequestId.ToString("N")), cancellationToken)))
            {
                TempData["Done"] = updated!.Differences.Count == 0 ? "They are so already." : "Reverted: " + string.Join("; ", updated.Differences) + ".";
                return Redirect($"/cards/{id}/controls/history");
            }
        }
        catch (ControlsConflictException conflict)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", "Somebody else changed the controls since you loaded this page; it shows the latest now. " + conflict.Message);
        }

        await OnGetAsync(id, null, cancellationToken);
        return Page();
    }
}
