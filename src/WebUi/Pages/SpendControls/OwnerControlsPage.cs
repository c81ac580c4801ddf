using CleanIssuing.Application.SpendControls;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Pages.Shared;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>The spending controls of one owner, a card or a cardholder, as they are in force and as they are to be.</summary>
public abstract class OwnerControlsPage(ISender sender, ControlsFormReader reader, DetailText details, Words words)
    : ControlsPage(sender, reader, words), IOfAccount
{
    AccountId IOfAccount.OfAccount => AccountId;

    [BindProperty]
    public string? Version { get; set; }

    /// <summary>What is in force, as the form writes it, for the script that tells what would be changed.</summary>
    public string Saved => ControlsForm.From(InForce).ToJson();

    public SpendingControls? Theirs { get; private set; }

    public SpendingControls? Mine { get; private set; }

    /// <summary>Where the owner is shown.</summary>
    public abstract string OwnerAddress { get; }

    /// <summary>Where the controls are edited.</summary>
    public string Address => OwnerAddress + "/controls";

    /// <summary>Whether they can no longer be changed.</summary>
    public virtual bool IsFinal => false;

    /// <summary>Whether the person may change them.</summary>
    public abstract bool IsManaged { get; }

    public abstract ControlsEditor Editor { get; }

    protected abstract SpendingControls InForce { get; }

    protected override SpendingControls? Present => InForce;

    protected override IEnumerable<string> Parts => [.. base.Parts, nameof(Version)];

    protected abstract IRequest<SpendControlsUpdated> UpdateOf(SpendControlsInput input);

    /// <summary>Fills the form with what is in force.</summary>
    protected void Show() => (Form, Version) = (ControlsForm.From(InForce), InForce.Version);

    /// <summary>Does what a button of the form that was sent asks for.</summary>
    protected async Task<IActionResult> AnswerFormAsync(string? action, CancellationToken cancellationToken)
    {
        if (!IsManaged)
            throw new ForbiddenException();
        await BindFormAsync();
        return await AnswerAsync(action, input => SaveAsync(input, cancellationToken), cancellationToken);
    }

    private async Task<IActionResult> SaveAsync(SpendControlsInput input, CancellationToken cancellationToken)
    {
        SpendControlsUpdated? updated = null;
        try
        {
            if (!await this.TryAsync(async () => updated = await Sender.Send(UpdateOf(input), cancellationToken), ControlsForm.FieldOf))
                return Page();
        }
        catch (ControlsConflictException conflict)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            (Theirs, Mine) = (conflict.Current, conflict.Current.With(input.ToChange(Currency)));
            // Saving once more, having seen theirs, is meant.
            (Version, RequestId) = (conflict.Current.Version, Guid.NewGuid());
            // The form shows these, not what was posted.
            ModelState.Remove(nameof(Version));
            ModelState.Remove(nameof(RequestId));
            return Page();
        }

        this.Tell(updated!.Differences.Count == 0
            ? Words["done.unchanged"]
            : details.Notice("done.saved", updated.Differences));
        return Redirect(OwnerAddress);
    }
}
