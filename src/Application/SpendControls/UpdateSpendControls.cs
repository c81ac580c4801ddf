using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Changes some or all of a card's spend controls.</summary>
/// <param name="Version">The version that the editor started from; none overwrites whatever is there.</param>
/// <param name="RevertOf">The time of the change that this one takes back.</param>
public sealed record UpdateSpendControls(
    CardId CardId, SpendControlsInput Controls, string? Version, string? Reason = null, string? RequestId = null,
    DateTimeOffset? RevertOf = null)
    : IRequest<SpendControlsUpdated>, IAuthorizedRequest, IAuditedRequest
{
    internal const string OperationKind = "spend_controls.update";

    public Requirement Requirement => new ManagesCard(CardId);

    public AuditedAction Audit => new(OperationKind, CardId.Value);
}

internal sealed class UpdateSpendControlsValidator : AbstractValidator<UpdateSpendControls>
{
    public UpdateSpendControlsValidator()
    {
        RuleFor(r => r.Controls).SetValidator(new SpendControlsInputValidator());
        RuleFor(r => r.Reason).IsReason();
        RuleFor(r => r.RequestId).MaximumLength(StripeOperation.LongestRequestId);
    }
}

internal sealed class UpdateSpendControlsHandler(ICardReader cards, ControlsChanger<Card> changer)
    : IRequestHandler<UpdateSpendControls, SpendControlsUpdated>
{
    public async Task<SpendControlsUpdated> Handle(UpdateSpendControls request, CancellationToken cancellationToken)
    {
        var known = (await cards.FindAsync(request.CardId, cancellationToken) ?? throw new NotFoundException(EntityKind.Card)).Card;
        return await changer.ChangeAsync(
            known,
            new ControlsEdit(request.Controls, known.Currency, request.Version, request.Reason, request.RequestId, request.RevertOf),
            cancellationToken);
    }
}
