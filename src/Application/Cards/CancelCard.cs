using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>
/// Cancels a card because it was lost or stolen. That is final, so that the last four digits have to be typed. Cardholders may
/// report their own card so.
/// </summary>
/// <param name="CardId">The card.</param>
/// <param name="Reason"><c>lost</c> or <c>stolen</c>.</param>
/// <param name="Confirmation">The last four digits of the card, typed by the person.</param>
/// <param name="RequestId">The form's own id, so that a second click is the same request.</param>
public sealed record CancelCard(string CardId, string Reason, string Confirmation, string? RequestId = null)
    : IRequest<CardChanged>, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new HoldsOrManagesCard(CardId);

    /// <inheritdoc />
    public AuditedAction Audit => new("card.cancel", CardId);
}

internal sealed class CancelCardValidator : AbstractValidator<CancelCard>
{
    public CancelCardValidator()
    {
        RuleFor(r => r.Reason).Must(reason => reason is "lost" or "stolen").WithMessage("Say whether the card was lost or stolen.");
        RuleFor(r => r.Confirmation).NotEmpty().WithMessage("Type the last four digits of the card to confirm.").MaximumLength(10);
    }
}

internal sealed class CancelCardHandler(CardWrites writes, ICardCopies copies) : IRequestHandler<CancelCard, CardChanged>
{
    public async Task<CardChanged> Handle(CancelCard request, CancellationToken cancellationToken)
    {
        var view = await writes.FindAsync(request.CardId, cancellationToken);
        if (request.Confirmation.Trim() != view.Card.Last4)
            throw new ValidationException([new(nameof(request.Confirmation), "These are not the last four digits of this card.")]);
        if (view.Card.Status == CardStatus.Canceled)
            throw CardWrites.Refused(view.Card, "canceled");

        var reason = request.Reason == "stolen" ? CancellationReason.Stolen : CancellationReason.Lost;
        return await writes.SetStatusAsync(
            view, CardStatus.Canceled, reason, "card.cancel", request.RequestId, () => copies.ThawAsync(view.Card.Id, CancellationToken.None), cancellationToken);
    }
}
