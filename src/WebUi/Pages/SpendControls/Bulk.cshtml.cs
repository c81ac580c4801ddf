using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.SpendControls;
using CleanIssuing.WebUi.Web;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>The same change of spending controls for many cards.</summary>
[RequestFormLimits(ValueCountLimit = 8192)]
public sealed class BulkModel(ISender sender) : ControlsPage(sender)
{
    /// <summary>The cards.</summary>
    [BindProperty(SupportsGet = true, Name = "card")]
    public IList<string> Chosen { get; set; } = [];

    /// <summary>The parts that are to be changed.</summary>
    [BindProperty]
    public IList<string> Change { get; set; } = [];

    /// <summary>The cards.</summary>
    public IReadOnlyList<CardView> Cards { get; private set; } = [];

    /// <inheritdoc />
    public override string Currency => Cards[0].Card.Currency;

    /// <inheritdoc />
    protected override string AccountId => Cards[0].Account.Id.Value;

    /// <inheritdoc />
    protected override IReadOnlyList<string> CardIds => [.. Chosen];

    /// <inheritdoc />
    protected override SpendingControls? Present => null;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Chosen.Count == 0)
            return Redirect("/cards");
        await ReadAsync(cancellationToken);
        return Page();
    }

    /// <summary>Does what a button asks for.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? action, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        await BindFormAsync();
        return await AnswerAsync(action, input => StartAsync(input, cancellationToken), cancellationToken);
    }

    private async Task<IActionResult> StartAsync(SpendControlsInput input, CancellationToken cancellationToken)
    {
        var started = Guid.Empty;
        var start = new StartBulkEdit(AccountId, CardIds, input, Reason, RequestId);
        return await this.TryAsync(async () => started = await Sender.Send(start, cancellationToken), ControlsForm.FieldOf)
            ? Redirect($"/controls/{AccountId}/{started}")
            : Page();
    }

    /// <inheritdoc />
    protected override SpendControlsInput? Read()
    {
        var part = Form.Read(Currency, ModelState, Present);
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
        Cards = await Sender.Send(new GetChosenCards([.. Chosen]), cancellationToken);
        if (Cards.Select(c => c.Account.Id).Distinct().Skip(1).Any())
            throw new RuleViolationException("These cards are of several accounts. Choose cards of one account at a time.", "several_accounts");
        if (Cards.Select(c => c.Card.Currency).Distinct(StringComparer.Ordinal).Skip(1).Any())
            throw new RuleViolationException("These cards are in several currencies. Choose cards of one currency at a time: a limit has one.", "several_currencies");
        await ReadTemplatesAsync(cancellationToken);
    }
}
