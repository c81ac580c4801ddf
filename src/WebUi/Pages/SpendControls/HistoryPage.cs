using System.Globalization;
using CleanIssuing.Application.People;
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
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>();

    public ControlHistoryPage History { get; private set; } = null!;

    [BindProperty]
    public Guid RequestId { get; set; } = Guid.NewGuid();

    [BindProperty]
    public string? Version { get; set; }

    /// <summary>Whether they can no longer be changed.</summary>
    public virtual bool IsFinal => false;

    /// <summary>Whether the person may take a change back.</summary>
    public bool CanRevert => !IsFinal && History.IsManaged;

    /// <summary>The change that is to be taken back, where that is asked about.</summary>
    public ControlChange? Reverting { get; private set; }

    /// <summary>Where the controls are edited.</summary>
    public string EditorAddress => Request.Path.Value![..^"/history".Length];

    /// <summary>This page of the history, without a question.</summary>
    public string Address => Queries.Address(Request.Path, BeforeThis);

    private IEnumerable<(string Name, string Value)> BeforeThis =>
        Queries.Given(Request.Query["before"]) is { } before ? [("before", before)] : [];

    /// <summary>Where it is asked whether a change is to be taken back.</summary>
    public string RevertAddress(ControlChange change) => Queries.Address(
        Request.Path, [.. BeforeThis, ("revert", change.Id.ToString(CultureInfo.InvariantCulture))]) + "#revert";

    public string Source(ControlChange change) => change.Source switch
    {
        ControlChangeSource.Portal => _names.GetValueOrDefault(change.ActorId ?? "", change.ActorName ?? ""),
        ControlChangeSource.StripeComponent => words["controls.source.component", change.ActorName ?? ""],
        _ => words["controls.source.stripe"],
    };

    /// <param name="revert">The change on this page that is to be taken back.</param>
    protected async Task ReadAsync(IRequest<ControlHistoryPage> history, long? revert, CancellationToken cancellationToken)
    {
        History = await sender.Send(history, cancellationToken);
        _names = await sender.Send(
            new GetPeopleNames([.. History.Changes.Select(c => c.ActorId).OfType<string>().Distinct()]), cancellationToken);
        if (revert is { } id)
            Reverting = History.Changes.FirstOrDefault(c => c.Id == id) ?? throw new NotFoundException(EntityKind.ControlChange);
        (Version, RequestId) = (History.Owner.SpendingControls.Version, Guid.NewGuid());
    }

    /// <summary>Goes back before a change.</summary>
    protected async Task<IActionResult> RevertAsync(
        long change, IRequest<SpendControlsUpdated> revert, IRequest<ControlHistoryPage> history, CancellationToken cancellationToken)
    {
        // Without it, a change made meanwhile would go unseen.
        if (string.IsNullOrEmpty(Version))
            throw InvalidReason.FormIncomplete.For(nameof(Version));
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

        await ReadAsync(history, null, cancellationToken);
        // It is asked again over what is in force now; a change since may have moved it to the next page.
        Reverting = History.Changes.FirstOrDefault(c => c.Id == change);
        return Page();
    }
}
