using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>Declines all purchases with a card until it is unfrozen. Cardholders may do it to their own card.</summary>
/// <param name="CardId">The card.</param>
/// <param name="RequestId">The form's own id, so that a second click is the same request.</param>
public sealed record FreezeCard(string CardId, string? RequestId = null) : IRequest<CardChanged>, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new HoldsOrManagesCard(CardId);

    /// <inheritdoc />
    public AuditedAction Audit => new("card.freeze", CardId);
}

internal sealed class FreezeCardHandler(CardWrites writes, ICardCopies copies, IAccessReader access, ICurrentActor current, TimeProvider time)
    : IRequestHandler<FreezeCard, CardChanged>
{
    public async Task<CardChanged> Handle(FreezeCard request, CancellationToken cancellationToken)
    {
        var view = await writes.FindAsync(request.CardId, cancellationToken);
        var tie = await access.FindCardTieAsync(current.Actor.UserId!, view.Card.Id, cancellationToken);
        if (view.Card.Status != CardStatus.Active)
            throw CardWrites.Refused(view.Card, "frozen");

        var freeze = new CardFreeze(view.Card.Id, tie!.IsAdmin, current.Actor.UserId, current.Actor.Name, time.GetUtcNow());
        return await writes.SetStatusAsync(
            view, CardStatus.Inactive, null, "card.freeze", request.RequestId, () => copies.KeepAsync(freeze, CancellationToken.None), cancellationToken);
    }
}
