using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Changes some or all of the spend controls that hold for all cards of a cardholder together.</summary>
/// <param name="Currency">Of the limits.</param>
/// <inheritdoc cref="UpdateSpendControls"/>
public sealed record UpdateCardholderControls(
    CardholderId CardholderId, SpendControlsInput Controls, Currency Currency, string? Version, string? Reason = null,
    string? RequestId = null, DateTimeOffset? RevertOf = null)
    : IRequest<SpendControlsUpdated>, IAuthorizedRequest, IAuditedRequest
{
    internal const string OperationKind = "spend_controls.update_cardholder";

    public Requirement Requirement => new ManagesCardholder(CardholderId);

    public AuditedAction Audit => new(OperationKind, CardholderId.Value);
}

internal sealed class UpdateCardholderControlsValidator : AbstractValidator<UpdateCardholderControls>
{
    public UpdateCardholderControlsValidator()
    {
        RuleFor(r => r.Controls).SetValidator(new SpendControlsInputValidator());
        RuleFor(r => r.Reason).IsReason();
        RuleFor(r => r.RequestId).MaximumLength(StripeOperation.LongestRequestId);
    }
}

internal sealed class UpdateCardholderControlsHandler(ICardholderReader cardholders, ControlsChanger<Cardholder> changer)
    : IRequestHandler<UpdateCardholderControls, SpendControlsUpdated>
{
    public async Task<SpendControlsUpdated> Handle(UpdateCardholderControls request, CancellationToken cancellationToken) =>
        await changer.ChangeAsync(
            await cardholders.FindAsync(request.CardholderId, cancellationToken) ?? throw new NotFoundException(EntityKind.Cardholder),
            new ControlsEdit(request.Controls, request.Currency, request.Version, request.Reason, request.RequestId, request.RevertOf),
            cancellationToken);
}
