using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>Issues a card that takes another's place, with the same spending controls. A lost or stolen one is canceled first.</summary>
/// <param name="CardId">The card to replace.</param>
/// <param name="Reason"><c>damaged</c>, <c>expired</c>, <c>lost</c> or <c>stolen</c>.</param>
/// <param name="Shipping">Where a physical card is sent.</param>
/// <param name="RequestId">The form's own id, so that a second click issues no second card.</param>
public sealed record ReplaceCard(string CardId, string Reason, ShippingAddress? Shipping, string? RequestId = null)
    : IRequest<CardChanged>, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new ManagesCard(CardId);

    /// <inheritdoc />
    public AuditedAction Audit => new("card.replace", CardId);
}

internal sealed class ReplaceCardValidator : AbstractValidator<ReplaceCard>
{
    public ReplaceCardValidator()
    {
        RuleFor(r => r.Reason).Must(reason => reason is "damaged" or "expired" or "lost" or "stolen").WithMessage("Say why the card is replaced.");
        RuleFor(r => r.Shipping!).SetValidator(new ShippingAddressValidator()).When(r => r.Shipping is not null);
    }
}

internal sealed class ReplaceCardHandler(CardWrites writes, IssuedCards issued, ICardReader cards, ICardCopies copies)
    : IRequestHandler<ReplaceCard, CardChanged>
{
    public async Task<CardChanged> Handle(ReplaceCard request, CancellationToken cancellationToken)
    {
        var view = await writes.FindAsync(request.CardId, cancellationToken);
        var old = view.Card;
        if (await cards.ReplacedByAsync(old.Id, cancellationToken) is { } already)
            throw new RuleViolationException($"This card was replaced already, by the one ending in {already.Last4}.", "card_replaced");
        if (old.Type == CardType.Physical && request.Shipping is null)
            throw new ValidationException([new(nameof(request.Shipping), "Say where the new card is to be sent.")]);

        var reason = request.Reason switch
        {
            "lost" => CancellationReason.Lost,
            "stolen" => (CancellationReason?)CancellationReason.Stolen,
            _ => null,
        };
        // Whoever has a lost card must not go on using it while its replacement is made.
        if (reason is not null && old.Status != CardStatus.Canceled)
            await writes.SetStatusAsync(
                view, CardStatus.Canceled, reason, "card.cancel", request.RequestId is null ? null : request.RequestId + "-cancel",
                () => copies.ThawAsync(old.Id, CancellationToken.None), cancellationToken);

        var replacement = new NewCard(
            old.CardholderId, old.Type, old.Currency, old.Type == CardType.Virtual, old.Type == CardType.Physical ? request.Shipping : null,
            old.SpendingControls, old.Id, request.Reason);
        var answer = await issued.IssueAsync(replacement, old.AccountId, old.Id.Value, "card.replace", request.RequestId, cancellationToken);
        return new CardChanged(answer.State, answer.StripeRequestId, $"{request.Reason}: replaced by {answer.State.Id} ending in {answer.State.Last4}, with the same controls");
    }
}
