using CleanIssuing.Application.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Starts changing the spend controls of many cards; the work goes on in the background.</summary>
/// <param name="RequestId">Becomes the id of the edit, so that a second click starts no second one.</param>
public sealed record StartBulkEdit(
    AccountId AccountId, IReadOnlyList<CardId> CardIds, SpendControlsInput Controls, string? Reason, Guid RequestId)
    : IRequest<Guid>, IAuthorizedRequest, IAuditedRequest
{
    public const int MaxCards = ListMatchingCards.AtMost;

    public Requirement Requirement => new ManagesAccount(AccountId);

    public AuditedAction Audit => new("spend_controls.bulk", AccountId.Value);
}

internal sealed class StartBulkEditValidator : AbstractValidator<StartBulkEdit>
{
    public StartBulkEditValidator()
    {
        RuleFor(r => r.CardIds).SetValidator(new BulkCardsValidator());
        RuleFor(r => r.Controls).SetValidator(new SpendControlsInputValidator())
            .Must(c => !c.IsEmpty).WithReason(InvalidReason.PartRequired);
        RuleFor(r => r.Reason).IsReason();
    }
}

internal sealed class StartBulkEditHandler(BulkEditStarter starter) : IRequestHandler<StartBulkEdit, Guid>
{
    public async Task<Guid> Handle(StartBulkEdit request, CancellationToken cancellationToken)
    {
        var views = await starter.ReadAsync(request.AccountId, request.CardIds, cancellationToken);
        if (request.Controls.SpendingLimits is not null)
            CardsOfOneCurrency.Of(views);
        return await starter.StartAsync(
            request.AccountId, BulkAction.EditControls, request.CardIds, request.Controls, request.Reason, request.RequestId, null,
            cancellationToken);
    }
}
