using CleanIssuing.Domain.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>Freezes a card: every purchase is declined until it is unfrozen.</summary>
/// <param name="RequestId">What the form carries, so that a second click is the same request.</param>
public sealed record FreezeCard(CardId CardId, string? RequestId = null) : IRequest<CardChanged>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new HoldsOrManagesCard(CardId);

    public AuditedAction Audit => new("card.freeze", CardId.Value);
}

internal sealed class FreezeCardValidator : AbstractValidator<FreezeCard>
{
    public FreezeCardValidator() => RuleFor(r => r.RequestId).MaximumLength(StripeOperation.LongestRequestId);
}

internal sealed class FreezeCardHandler(
    CardOperations operations, ICardFreezeStore freezes, AccountContext account, ICurrentActor current, TimeProvider time)
    : IRequestHandler<FreezeCard, CardChanged>
{
    public async Task<CardChanged> Handle(FreezeCard request, CancellationToken cancellationToken)
    {
        var view = await operations.FindAsync(request.CardId, cancellationToken);
        var freeze = new CardFreeze(view.Card.Id, account.Card!.IsAdmin, current.Actor.UserId, current.Actor.Name, time.GetUtcNow());
        return await operations.SetStatusAsync(
            view, CardStatus.Inactive, null, "card.freeze", request.RequestId,
            now => now.Card.Status == CardStatus.Active || IsTakenOver(now)
                ? Task.CompletedTask
                : throw CardOperations.Refused(now.Card, CardAction.Freeze),
            () => freezes.SaveFreezeAsync(freeze, CancellationToken.None), cancellationToken);
    }

    /// <summary>An admin holds a card that its cardholder has frozen: from then on only an admin unfreezes it.</summary>
    private bool IsTakenOver(CardView now) =>
        now is { Card.Status: CardStatus.Inactive, Freeze.ByAdmin: false } && account.Card!.IsAdmin;
}
