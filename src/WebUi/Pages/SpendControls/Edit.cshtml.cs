using CleanIssuing.Application.Cards;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Cards;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>The spending controls of one card.</summary>
[RequestFormLimits(ValueCountLimit = 4096)]
public sealed class EditModel(
    ISender sender, ControlsFormReader reader, DetailText details, Words words, SpendingControlsFormatter formatter)
    : OwnerControlsPage(sender, reader, details, words)
{
    public EditableCard Shown { get; private set; } = null!;

    public CardView View => Shown.View;

    public override bool IsManaged => Shown.IsManaged;

    public override Currency Currency => View.Card.Currency;

    public override string OwnerAddress => "/cards/" + View.Card.Id;

    public override bool IsFinal => View.Card.Status == CardStatus.Canceled;

    public override ControlsEditor Editor => new(Form, Currency, OwnTemplates, Template, TemplateName, IsBulk: false, [])
    {
        Inherited = formatter.Describe(View.Cardholder.SpendingControls),
        IsViewOnly = !IsManaged,
        InheritedFrom = View.Cardholder.Name,
        InheritedAddress = $"/cardholders/{View.Cardholder.Id}/controls",
    };

    public override AccountId AccountId => View.Account.Id;

    protected override SpendingControls InForce => View.Card.SpendingControls;

    public async Task OnGetAsync([FromRoute] CardId id, CancellationToken cancellationToken)
    {
        await ReadAsync(id, cancellationToken);
        Show();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] CardId id, [FromForm] string? action, CancellationToken cancellationToken)
    {
        await ReadAsync(id, cancellationToken);
        return await AnswerFormAsync(action, cancellationToken);
    }

    protected override IRequest<SpendControlsUpdated> UpdateOf(SpendControlsInput input) =>
        new UpdateSpendControls(View.Card.Id, input, Version, Reason, RequestId.ToString("N"));

    protected override IRequest<ControlsPreview> PreviewOf(SpendControlsInput input) =>
        new PreviewSpendControls(AccountId, [View.Card.Id], input, Days);

    private async Task ReadAsync(CardId id, CancellationToken cancellationToken)
    {
        Shown = await Sender.Send(new GetEditableCard(id), cancellationToken);
        if (IsManaged)
            await ReadTemplatesAsync(cancellationToken);
    }
}
