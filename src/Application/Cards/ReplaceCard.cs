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

    internal ReplacementReason? ReasonRead =>
        Enum.GetValues<ReplacementReason>().Cast<ReplacementReason?>().FirstOrDefault(r => r!.Value.ToCode() == Reason);
}

internal sealed class ReplaceCardValidator : AbstractValidator<ReplaceCard>
{
    public ReplaceCardValidator()
    {
        RuleFor(r => r.Reason).Must((request, _) => request.ReasonRead is not null).WithReason(InvalidReason.ReplacementReason);
        RuleFor(r => r.RequestId).MaximumLength(StripeOperation.LongestRequestId);
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
        var reason = request.ReasonRead!.Value;
        CancellationReason? lost = reason switch
        {
            ReplacementReason.Lost => CancellationReason.Lost,
            ReplacementReason.Stolen => CancellationReason.Stolen,
            _ => null,
        };
        var isCanceledNow = false;
        if (lost is not null && old.Status != CardStatus.Canceled)
        {
            // Stripe issues the replacement of a lost card only once it is canceled; nor must whoever has it go on using it meanwhile.
            await operations.SetStatusAsync(
                view, CardStatus.Canceled, lost, "card.cancel", request.RequestId is null ? null : request.RequestId + "-cancel",
                _ => CheckAsync(old, reason), () => freezes.ClearFreezeAsync(old.Id, CancellationToken.None), cancellationToken);
            isCanceledNow = true;
        }

        var replacement = new NewCard(
            old.CardholderId, old.Type, old.Currency, old.Type == CardType.Virtual, old.Type == CardType.Physical ? request.Shipping : null,
            old.SpendingControls, old.Id, reason);
        try
        {
            var answer = await issuing.IssueAsync(
                replacement, old.AccountId, old.Id.Value, "card.replace", request.RequestId, () => CheckAsync(old, reason),
                cancellationToken);
            // A virtual replacement is active immediately, and that cancels the card it replaces.
            await operations.RefreshReplicaAsync(old);
            return new CardChanged(
                answer.State, answer.StripeRequestId,
                [new Detail("card.replaced", request.Reason, answer.State.Id.Value, answer.State.Last4)]);
        }
        catch (ExpectedException failure) when (isCanceledNow)
        {
            throw new PartlyDoneException(
                failure.Reason == RefusalReason.StripeUnconfirmed
                    ? RefusalReason.CanceledReplacementUnconfirmed
                    : RefusalReason.CanceledNotReplaced,
                failure, old.Last4);
        }
    }

    private async Task CheckAsync(Card old, ReplacementReason reason)
    {
        if (await cards.FindReplacementAsync(old.Id, CancellationToken.None) is { } already)
            throw new RuleViolationException(RefusalReason.CardReplaced, already.Last4);
        if (!(await operations.FindAsync(old.Id, CancellationToken.None)).Card.ReplacementReasons.Contains(reason))
            throw new RuleViolationException(RefusalReason.ReplacementReasonRefused);
    }
}
