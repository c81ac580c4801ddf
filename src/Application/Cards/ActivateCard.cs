using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>Activates a card that was never active.</summary>
/// <param name="CardId">The card.</param>
/// <param name="RequestId">The form's own id, so that a second click is the same request.</param>
public sealed record ActivateCard(string CardId, string? RequestId = null) : IRequest<CardChanged>, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new ManagesCard(CardId);

    /// <inheritdoc />
    public AuditedAction Audit => new("card.activate", CardId);
}

internal sealed class ActivateCardHandler(CardWrites writes, ICardCopies copies) : IRequestHandler<ActivateCard, CardChanged>
{
    public async Task<CardChanged> Handle(ActivateCard request, CancellationToken cancellationToken)
    {
        var view = await writes.FindAsync(request.CardId, cancellationToken);
        if (view.Card.Status != CardStatus.Inactive)
            throw CardWrites.Refused(view.Card, "activated");
        return await writes.SetStatusAsync(
            view, CardStatus.Active, null, "card.activate", request.RequestId, () => copies.ThawAsync(view.Card.Id, CancellationToken.None), cancellationToken);
    }
}
