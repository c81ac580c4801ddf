using CleanIssuing.Domain.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>
/// Activates a card that has never been used: a physical one that has arrived, or a virtual one issued inactive. A cardholder activates
/// only a physical card that was delivered, with it in their hands.
/// </summary>
/// <param name="Confirmation">The last four digits, typed by the cardholder; an admin need not.</param>
/// <param name="RequestId">What the form carries, so that a second click is the same request.</param>
public sealed record ActivateCard(CardId CardId, string? Confirmation = null, string? RequestId = null)
    : IRequest<CardChanged>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new HoldsOrManagesCard(CardId);

    public AuditedAction Audit => new("card.activate", CardId.Value);
}

internal sealed class ActivateCardValidator : AbstractValidator<ActivateCard>
{
    public ActivateCardValidator()
    {
        RuleFor(r => r.Confirmation).MaximumLength(10);
        RuleFor(r => r.RequestId).MaximumLength(StripeOperation.LongestRequestId);
    }
}

internal sealed class ActivateCardHandler(CardOperations operations, ICardReader cards, ICardFreezeStore freezes, AccountContext account)
    : IRequestHandler<ActivateCard, CardChanged>
{
    public async Task<CardChanged> Handle(ActivateCard request, CancellationToken cancellationToken)
    {
        var view = await operations.FindAsync(request.CardId, cancellationToken);
        if (!account.Card!.IsAdmin)
        {
            if (string.IsNullOrWhiteSpace(request.Confirmation))
                throw InvalidReason.LastFourRequired.For(nameof(request.Confirmation));
            if (request.Confirmation.Trim() != view.Card.Last4)
                throw InvalidReason.LastFourDiffer.For(nameof(request.Confirmation));
        }

        var activated = await operations.SetStatusAsync(
            view, CardStatus.Active, null, "card.activate", request.RequestId, now => CheckAsync(now, cancellationToken),
            () => freezes.ClearFreezeAsync(view.Card.Id, CancellationToken.None), cancellationToken);
        // Activating a replacement cancels the card that it replaces.
        if (view.Card.ReplacementFor is { } replaced && await cards.FindAsync(replaced, CancellationToken.None) is { } old)
            await operations.RefreshReplicaAsync(old.Card);
        return activated;
    }

    private async Task CheckAsync(CardView now, CancellationToken cancellationToken)
    {
        // Between ordering a replacement for a damaged card and its arrival, that card may have been lost.
        if (now.Card.ReplacementFor is { } replaced && (await cards.FindAsync(replaced, cancellationToken))?.Card is
            { CancellationReason: CancellationReason.Lost or CancellationReason.Stolen } old && old.Last4 == now.Card.Last4)
            throw new RuleViolationException(RefusalReason.NumberInWrongHands);
        if (now.Card.Status != CardStatus.Inactive)
            throw CardOperations.Refused(now.Card, CardAction.Activate);
        if (!account.Card!.IsAdmin && !await operations.IsNewlyDeliveredAsync(now, cancellationToken))
            throw new RuleViolationException(RefusalReason.NotActivatedHere);
    }
}
