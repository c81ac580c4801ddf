using CleanIssuing.Application.Cards;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>The spending controls of one card.</summary>
[RequestFormLimits(ValueCountLimit = 4096)]
public sealed class EditModel(ISender sender, ControlsFormReader reader, DetailText details, Words words)
    : ControlsPage(sender, reader, words)
{
    public CardView View { get; private set; } = null!;

    [BindProperty]
    public string? Version { get; set; }

    /// <summary>What is in force, as the form writes it, for the script that tells what would be changed.</summary>
    public string Saved => ControlsForm.From(View.Card.SpendingControls).ToJson();

    public SpendingControls? Theirs { get; private set; }

    public SpendingControls? Mine { get; private set; }

    public override Currency Currency => View.Card.Currency;

    protected override AccountId AccountId => View.Account.Id;

    protected override IReadOnlyList<CardId> CardIds => [View.Card.Id];

    protected override IEnumerable<string> Parts => [.. base.Parts, nameof(Version)];

    protected override SpendingControls? Present => View.Card.SpendingControls;

    public async Task OnGetAsync([FromRoute] CardId id, CancellationToken cancellationToken)
    {
        await ReadAsync(id, cancellationToken);
        Form = ControlsForm.From(View.Card.SpendingControls);
        Version = View.Card.SpendingControls.Version;
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] CardId id, [FromForm] string? action, CancellationToken cancellationToken)
    {
        await ReadAsync(id, cancellationToken);
        await BindFormAsync();
        return await AnswerAsync(action, input => SaveAsync(id, input, cancellationToken), cancellationToken);
    }

    private async Task<IActionResult> SaveAsync(CardId id, SpendControlsInput input, CancellationToken cancellationToken)
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
        return Redirect("/cards/" + id);
    }

    private async Task ReadAsync(CardId id, CancellationToken cancellationToken)
    {
        View = await Sender.Send(new GetManagedCard(id), cancellationToken);
        await ReadTemplatesAsync(cancellationToken);
    }
}
