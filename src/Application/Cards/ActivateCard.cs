using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>Activates a card that has never been used: a physical one that has arrived, or a virtual one issued inactive.</summary>
/// <param name="RequestId">What the form carries, so that a second click is the same request.</param>
public sealed record ActivateCard(CardId CardId, string? RequestId = null) : IRequest<CardChanged>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new ManagesCard(CardId);

    public AuditedAction Audit => new("card.activate", CardId.Value);
}

internal sealed class ActivateCardHandler(CardOperations operations, ICardFreezeStore freezes) : IRequestHandler<ActivateCard, CardChanged>
{
    public async Task<CardChanged> Handle(ActivateCard request, CancellationToken cancellationToken)
    {
        var view = await operations.FindAsync(request.CardId, cancellationToken);
        return await operations.SetStatusAsync(
            view, CardStatus.Active, null, "card.activate", request.RequestId,
            now => now.Card.Status != CardStatus.Inactive
                ? throw CardOperations.Refused(now.Card, CardAction.Activate)
                : Task.CompletedTask,
            () => freezes.ClearFreezeAsync(view.Card.Id, CancellationToken.None), cancellationToken);
    }
}
