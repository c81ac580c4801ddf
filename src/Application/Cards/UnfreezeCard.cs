using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>Lets a frozen card be used again. Cardholders may, unless an admin froze it.</summary>
/// <param name="CardId">The card.</param>
/// <param name="RequestId">The form's own id, so that a second click is the same request.</param>
public sealed record UnfreezeCard(string CardId, string? RequestId = null) : IRequest<CardChanged>, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new HoldsOrManagesCard(CardId);

    /// <inheritdoc />
    public AuditedAction Audit => new("card.unfreeze", CardId);
}

internal sealed class UnfreezeCardHandler(CardWrites writes, ICardCopies copies, IAccessReader access, ICurrentActor current)
    : IRequestHandler<UnfreezeCard, CardChanged>
{
    public async Task<CardChanged> Handle(UnfreezeCard request, CancellationToken cancellationToken)
    {
        var view = await writes.FindAsync(request.CardId, cancellationToken);
        if (view.Card.Status != CardStatus.Inactive)
            throw CardWrites.Refused(view.Card, "unfrozen");

        var tie = await access.FindCardTieAsync(current.Actor.UserId!, view.Card.Id, cancellationToken);
        var freeze = await copies.FreezeOfAsync(view.Card.Id, cancellationToken);
        if (!tie!.IsAdmin && freeze is not { ByAdmin: false })
            throw new RuleViolationException(
                freeze is null
                    ? "This card is inactive, but was not frozen here. Ask an admin to activate it."
                    : "An admin froze this card, so only an admin can unfreeze it.",
                "not_frozen_by_cardholder");

        return await writes.SetStatusAsync(
            view, CardStatus.Active, null, "card.unfreeze", request.RequestId, () => copies.ThawAsync(view.Card.Id, CancellationToken.None), cancellationToken);
    }
}
