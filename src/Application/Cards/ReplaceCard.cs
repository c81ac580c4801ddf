using CleanIssuing.Domain.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>Issues a card in place of another, with the same spending controls. A lost or stolen one is canceled first.</summary>
/// <param name="Reason"><c>damaged</c>, <c>expired</c>, <c>lost</c> or <c>stolen</c>.</param>
public sealed record ReplaceCard(CardId CardId, string Reason, ShippingAddress? Shipping, string? RequestId = null)
    : IRequest<CardChanged>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new ManagesCard(CardId);

    public AuditedAction Audit => new("card.replace", CardId.Value);
}

internal sealed class ReplaceCardValidator : AbstractValidator<ReplaceCard>
{
    public ReplaceCardValidator()
    {
        RuleFor(r => r.Reason).Must(reason => reason is "damaged" or "expired" or "lost" or "stolen")
            .WithReason(InvalidReason.ReplacementReason);
        RuleFor(r => r.Shipping!).SetValidator(new ShippingAddressValidator()).When(r => r.Shipping is not null);
    }
}

internal sealed class ReplaceCardHandler(CardOperations operations, CardIssuing issuing, ICardReader cards, ICardFreezeStore freezes)
    : IRequestHandler<ReplaceCard, CardChanged>
{
    public async Task<CardChanged> Handle(ReplaceCard request, CancellationToken cancellationToken)
    {
        var view = await operations.FindAsync(request.CardId, cancellationToken);
        var old = view.Card;
        if (old.Type == CardType.Physical && request.Shipping is null)
            throw InvalidReason.ShippingRequired.For(nameof(request.Shipping));

        var reason = request.Reason switch
        {
            "lost" => CancellationReason.Lost,
            "stolen" => (CancellationReason?)CancellationReason.Stolen,
            _ => null,
        };
        // Whoever has a lost card must not go on using it while its replacement is made.
        if (reason is not null && old.Status != CardStatus.Canceled)
            await operations.SetStatusAsync(
                view, CardStatus.Canceled, reason, "card.cancel", request.RequestId is null ? null : request.RequestId + "-cancel",
                _ => CheckAsync(old.Id), () => freezes.ClearFreezeAsync(old.Id, CancellationToken.None), cancellationToken);

        var replacement = new NewCard(
            old.CardholderId, old.Type, old.Currency, old.Type == CardType.Virtual, old.Type == CardType.Physical ? request.Shipping : null,
            old.SpendingControls, old.Id, request.Reason);
        var answer =
            await issuing.IssueAsync(
                replacement, old.AccountId, old.Id.Value, "card.replace", request.RequestId, () => CheckAsync(old.Id), cancellationToken);
        return new CardChanged(
            answer.State, answer.StripeRequestId, [new Detail("card.replaced", request.Reason, answer.State.Id.Value, answer.State.Last4)]);
    }

    private async Task CheckAsync(CardId old)
    {
        if (await cards.FindReplacementAsync(old, CancellationToken.None) is { } already)
            throw new RuleViolationException(RefusalReason.CardReplaced, already.Last4);
    }
}
