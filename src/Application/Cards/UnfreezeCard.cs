using CleanIssuing.Domain.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>Unfreezes a card. A cardholder unfreezes only what they froze themselves.</summary>
/// <param name="RequestId">What the form carries, so that a second click is the same request.</param>
public sealed record UnfreezeCard(CardId CardId, string? RequestId = null) : IRequest<CardChanged>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new HoldsOrManagesCard(CardId);

    public AuditedAction Audit => new("card.unfreeze", CardId.Value);
}

internal sealed class UnfreezeCardValidator : AbstractValidator<UnfreezeCard>
{
    public UnfreezeCardValidator() => RuleFor(r => r.RequestId).MaximumLength(StripeOperation.LongestRequestId);
}

internal sealed class UnfreezeCardHandler(CardOperations operations, ICardFreezeStore freezes, AccountContext account)
    : IRequestHandler<UnfreezeCard, CardChanged>
{
    public async Task<CardChanged> Handle(UnfreezeCard request, CancellationToken cancellationToken)
    {
        var view = await operations.FindAsync(request.CardId, cancellationToken);
        return await operations.SetStatusAsync(
            view, CardStatus.Active, null, "card.unfreeze", request.RequestId, Check,
            () => freezes.ClearFreezeAsync(view.Card.Id, CancellationToken.None), cancellationToken);
    }

    private Task Check(CardView now)
    {
        if (now.Card.Status != CardStatus.Inactive)
            throw CardOperations.Refused(now.Card, CardAction.Unfreeze);
        if (!account.Card!.IsAdmin && now.Freeze is not { ByAdmin: false })
            throw new RuleViolationException(now.Freeze is null ? RefusalReason.NotFrozenHere : RefusalReason.FrozenByAdmin);
        return Task.CompletedTask;
    }
}
