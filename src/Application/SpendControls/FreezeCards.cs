using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Starts freezing many cards. Those that are not active stay as they are.</summary>
/// <param name="RequestId">Becomes the id of the bulk edit, so that a second click starts no second one.</param>
public sealed record FreezeCards(AccountId AccountId, IReadOnlyList<CardId> CardIds, string? Reason, Guid RequestId)
    : IRequest<Guid>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new ManagesAccount(AccountId);

    public AuditedAction Audit => new("cards.freeze", AccountId.Value);
}

internal sealed class FreezeCardsValidator : AbstractValidator<FreezeCards>
{
    public FreezeCardsValidator()
    {
        RuleFor(r => r.CardIds).SetValidator(new BulkCardsValidator());
        RuleFor(r => r.Reason).IsReason();
    }
}

internal sealed class FreezeCardsHandler(BulkEditStarter starter) : IRequestHandler<FreezeCards, Guid>
{
    public Task<Guid> Handle(FreezeCards request, CancellationToken cancellationToken) => starter.StartAsync(
        request.AccountId, BulkAction.Freeze, request.CardIds, request.Reason, request.RequestId, cancellationToken);
}
