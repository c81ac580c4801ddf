using CleanIssuing.Application.Cards;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>The same change of spending controls for many cards.</summary>
[RequestFormLimits(ValueCountLimit = Hosting.Composition.MostFields)]
public sealed class BulkModel(ISender sender, ControlsFormReader reader, Words words, SpendingControlsFormatter formatter)
    : ControlsPage(sender, reader, words)
{
    [BindProperty(SupportsGet = true, Name = "card")]
    public IList<string> Chosen { get; set; } = [];

    [BindProperty]
    public IList<string> Change { get; set; } = [];

    public IReadOnlyList<CardView> Cards { get; private set; } = [];

    /// <summary>The cards that can be changed together: those of one account and one currency.</summary>
    public IReadOnlyList<IGrouping<(Account Account, Currency Currency), CardView>> Groups { get; private set; } = [];

    public override Currency Currency => Cards[0].Card.Currency;

    public override AccountId AccountId => Cards[0].Account.Id;

    private IReadOnlyList<CardId> CardIds => [.. Cards.Select(c => c.Card.Id)];

    protected override SpendingControls? Present => null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Chosen.Count == 0)
            return Redirect("/cards");
        await ReadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? action, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (action == "choose")
        {
            ViewData["Opened"] = true;
            return Page();
        }

        // The page has offered the groups; this form is for one.
        if (Groups.Count > 1)
            throw new RuleViolationException(
                Groups.DistinctBy(g => g.Key.Account).Count() > 1 ? RefusalReason.SeveralAccounts : RefusalReason.SeveralCurrencies);
        await BindFormAsync();
        if (action == "review")
            return await ReviewAsync(cancellationToken);
        return await AnswerAsync(action, input => StartAsync(input, cancellationToken), cancellationToken);
    }

    /// <summary>What would be changed, in words, for whoever is about to change many cards; none before that was asked.</summary>
    public IReadOnlyList<string>? Review { get; private set; }

    private async Task<IActionResult> ReviewAsync(CancellationToken cancellationToken)
    {
        var answer = await AnswerAsync("preview", _ => throw new InvalidOperationException("A preview saves nothing."), cancellationToken);
        if (ModelState.IsValid && Read() is { } input)
        {
            var change = input.ToChange(Currency);
            Review = input.IsEmpty
                ? null
                : [.. ReviewOf(change)];
            if (Review is null)
                ModelState.AddModelError("", Words["invalid.part_required"]);
        }

        if (!ModelState.IsValid)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return answer;
    }

    /// <summary>A line for each part that is replaced, what goes included.</summary>
    private IEnumerable<string> ReviewOf(SpendingControlsChange change)
    {
        foreach (var (part, restriction) in new[]
        {
            ("categories", change.Categories), ("countries", change.Countries), ("presences", change.Presences),
        })
        {
            if (restriction is { Mode: RestrictionMode.None })
                yield return Words["bulk.unrestricted", Words["part." + part]];
        }

        foreach (var line in formatter.Describe(SpendingControls.None.With(change with { Limits = null })))
            yield return line;
        if (change.Limits is { } limits)
            yield return limits.Count == 0
                ? Words["bulk.no_limits"]
                : Words["bulk.limits", string.Join("; ", limits.Select(formatter.Text))];
    }

    private async Task<IActionResult> StartAsync(SpendControlsInput input, CancellationToken cancellationToken)
    {
        var started = Guid.Empty;
        var start = new StartBulkEdit(AccountId, CardIds, input, Reason, RequestId);
        if (!await this.TryAsync(async () => started = await Sender.Send(start, cancellationToken), ControlsForm.FieldOf))
            return Page();
        TempData["Started"] = true;
        return Redirect($"/controls/{AccountId}/{started}");
    }

    protected override IRequest<ControlsPreview> PreviewOf(SpendControlsInput input) =>
        new PreviewSpendControls(AccountId, CardIds, input, Days);

    protected override SpendControlsInput? Read()
    {
        var part = Reader.Read(Form, Currency, ModelState, Present, [.. Change]);
        if (part is null)
            return null;
        return new SpendControlsInput
        {
            SpendingLimits = Change.Contains("limits") ? part.SpendingLimits : null,
            AllowedCategories = Change.Contains("categories") ? part.AllowedCategories : null,
            BlockedCategories = Change.Contains("categories") ? part.BlockedCategories : null,
            AllowedMerchantCountries = Change.Contains("countries") ? part.AllowedMerchantCountries : null,
            BlockedMerchantCountries = Change.Contains("countries") ? part.BlockedMerchantCountries : null,
            AllowedCardPresences = Change.Contains("presence") ? part.AllowedCardPresences : null,
            BlockedCardPresences = Change.Contains("presence") ? part.BlockedCardPresences : null,
        };
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        CardId[] chosen = [.. Chosen.Select(c => Queries.Id<CardId>(c, "card", InvalidReason.CardId)).OfType<CardId>()];
        Cards = await Sender.Send(new GetChosenCards(chosen), cancellationToken);
        Groups = [.. Cards.GroupBy(c => (c.Account, c.Card.Currency))];
        await ReadTemplatesAsync(cancellationToken);
    }
}
