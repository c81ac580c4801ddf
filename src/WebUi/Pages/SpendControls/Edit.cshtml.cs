using CleanIssuing.Application.Cards;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.SpendControls;
using CleanIssuing.WebUi.Web;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>The spending controls of one card.</summary>
[RequestFormLimits(ValueCountLimit = 4096)]
public sealed class EditModel(ISender sender) : ControlsPage(sender)
{
    /// <summary>The card.</summary>
    public CardView View { get; private set; } = null!;

    /// <summary>The version that the person started from.</summary>
    [BindProperty]
    public string? Version { get; set; }

    /// <summary>What somebody else saved meanwhile; none where nobody did.</summary>
    public SpendingControls? Theirs { get; private set; }

    /// <summary>What the person typed, where somebody else saved meanwhile.</summary>
    public SpendingControls? Mine { get; private set; }

    /// <inheritdoc />
    public override string Currency => View.Card.Currency;

    /// <inheritdoc />
    protected override string AccountId => View.Account.Id.Value;

    /// <inheritdoc />
    protected override IReadOnlyList<string> CardIds => [View.Card.Id.Value];

    /// <inheritdoc />
    protected override SpendingControls? Present => View.Card.SpendingControls;

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(string id, CancellationToken cancellationToken)
    {
        await ReadAsync(id, cancellationToken);
        Form = ControlsForm.From(View.Card.SpendingControls, Currency);
        Version = View.Card.SpendingControls.Version;
    }

    /// <summary>Does what a button asks for.</summary>
    public async Task<IActionResult> OnPostAsync(string id, [FromForm] string? action, CancellationToken cancellationToken)
    {
        await ReadAsync(id, cancellationToken);
        await BindFormAsync();
        return await AnswerAsync(action, input => SaveAsync(id, input, cancellationToken), cancellationToken);
    }

    private async Task<IActionResult> SaveAsync(string id, SpendControlsInput input, CancellationToken cancellationToken)
    {
        SpendControlsUpdated? updated = null;
        var update = new UpdateSpendControls(id, input, Version, Reason, RequestId.ToString("N"));
        try
        {
            if (!await this.TryAsync(async () => updated = await Sender.Send(update, cancellationToken), ControlsForm.FieldOf))
                return Page();
        }
        catch (ControlsConflictException conflict)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            (Theirs, Mine) = (conflict.Current, conflict.Current.With(input.ToChange()));
            // Saving once more, having seen theirs, is meant.
            (Version, RequestId) = (conflict.Current.Version, Guid.NewGuid());
            return Page();
        }

        TempData["Done"] = updated!.Differences.Count == 0
            ? "Nothing was different, so nothing was changed."
            : "Saved: " + string.Join("; ", updated.Differences) + ".";
        return Redirect("/cards/" + id);
    }

    private async Task ReadAsync(string id, CancellationToken cancellationToken)
    {
        View = await Sender.Send(new GetManagedCard(id), cancellationToken);
        await ReadTemplatesAsync(cancellationToken);
    }
}
