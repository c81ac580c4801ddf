using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Starts canceling many cards that are no longer needed, for good.</summary>
/// <param name="Confirmation">How many they are, typed.</param>
/// <param name="RequestId">Becomes the id of the bulk edit, so that a second click starts no second one.</param>
public sealed record CancelCards(
    AccountId AccountId, IReadOnlyList<CardId> CardIds, string? Confirmation, string? Reason, Guid RequestId)
    : IRequest<Guid>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new ManagesAccount(AccountId);

    public AuditedAction Audit => new("cards.cancel", AccountId.Value);
}

internal sealed class CancelCardsValidator : AbstractValidator<CancelCards>
{
    public CancelCardsValidator()
    {
        RuleFor(r => r.CardIds).SetValidator(new BulkCardsValidator());
        RuleFor(r => r.Confirmation)
            .Must((r, typed) => typed?.Trim() == r.CardIds.Distinct().Count().ToString(System.Globalization.CultureInfo.InvariantCulture))
            .WithReason(InvalidReason.CountDiffers, (r, _) => [r.CardIds.Distinct().Count()]);
        RuleFor(r => r.Reason).IsReason();
    }
}

internal sealed class CancelCardsHandler(BulkEditStarter starter) : IRequestHandler<CancelCards, Guid>
{
    public Task<Guid> Handle(CancelCards request, CancellationToken cancellationToken) => starter.StartAsync(
        request.AccountId, BulkAction.Cancel, request.CardIds, request.Reason, request.RequestId, cancellationToken);
}
