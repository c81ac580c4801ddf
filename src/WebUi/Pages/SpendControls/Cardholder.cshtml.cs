using CleanIssuing.Application.Cards;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>The spending controls that hold for all cards of a cardholder together.</summary>
[RequestFormLimits(ValueCountLimit = 4096)]
public sealed class CardholderModel(ISender sender, ControlsFormReader reader, DetailText details, Words words)
    : OwnerControlsPage(sender, reader, details, words)
{
    public EditableCardholder Shown { get; private set; } = null!;

    /// <summary>What the amounts in the form were typed in, whatever they would be in by now.</summary>
    [BindProperty]
    public string? LimitsCurrency { get; set; }

    public override Currency Currency => Currency.TryParse(LimitsCurrency, null, out var typed) ? typed : Shown.LimitsCurrency;

    protected override IEnumerable<string> Parts => [.. base.Parts, nameof(LimitsCurrency)];

    public override ControlsEditor Editor =>
        new(Form, Currency, OwnTemplates, Template, TemplateName, IsBulk: false, [])
        {
            IsCardholder = true,
            IsViewOnly = !IsManaged,
        };

    public override string OwnerAddress => "/cardholders/" + Shown.Cardholder.Id;

    public override bool IsManaged => Shown.IsManaged;

    public override AccountId AccountId => Shown.Cardholder.AccountId;

    protected override SpendingControls InForce => Shown.Cardholder.SpendingControls;

    public async Task OnGetAsync([FromRoute] CardholderId id, CancellationToken cancellationToken)
    {
        await ReadAsync(id, cancellationToken);
        Show();
    }

    public async Task<IActionResult> OnPostAsync(
        [FromRoute] CardholderId id, [FromForm] string? action, CancellationToken cancellationToken)
    {
        await ReadAsync(id, cancellationToken);
        return await AnswerFormAsync(action, cancellationToken);
    }

    protected override IRequest<SpendControlsUpdated> UpdateOf(SpendControlsInput input) =>
        new UpdateCardholderControls(Shown.Cardholder.Id, input, Currency, Version, Reason, RequestId.ToString("N"));

    protected override IRequest<ControlsPreview> PreviewOf(SpendControlsInput input) =>
        new PreviewCardholderControls(Shown.Cardholder.Id, input, Currency, Days);

    protected override async Task BindFormAsync()
    {
        await base.BindFormAsync();
        if (!Currency.TryParse(LimitsCurrency, null, out var typed) || !Shown.Currencies.Contains(typed))
            throw InvalidReason.FormIncomplete.For("");
    }

    private async Task ReadAsync(CardholderId id, CancellationToken cancellationToken)
    {
        Shown = await Sender.Send(new GetEditableCardholder(id), cancellationToken);
        if (IsManaged)
            await ReadTemplatesAsync(cancellationToken);
    }
}
