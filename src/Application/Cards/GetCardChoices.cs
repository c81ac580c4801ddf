using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>What the person may do with a card in its present state; the commands themselves decide again.</summary>
/// <param name="CardId">The card.</param>
public sealed record GetCardChoices(string CardId) : IRequest<CardChoices>, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new MayViewCard(CardId);
}

/// <summary>What may be done.</summary>
/// <param name="IsAdmin">The person is an admin of the card's account.</param>
/// <param name="MayControl">They may see its details, freeze it and report it lost: its cardholder, or an admin.</param>
/// <param name="Freeze">Who froze it; none where nobody did here.</param>
/// <param name="ReplacedBy">The card that took its place.</param>
/// <param name="CanFreeze">It can be frozen.</param>
/// <param name="CanUnfreeze">It can be unfrozen.</param>
/// <param name="CanActivate">It can be activated.</param>
/// <param name="CanReplace">It can be replaced.</param>
public sealed record CardChoices(
    bool IsAdmin, bool MayControl, CardFreeze? Freeze, Card? ReplacedBy, bool CanFreeze, bool CanUnfreeze, bool CanActivate, bool CanReplace);

internal sealed class GetCardChoicesHandler(ICardReader cards, ICardCopies copies, IAccessReader access, ICurrentActor current)
    : IRequestHandler<GetCardChoices, CardChoices>
{
    public async Task<CardChoices> Handle(GetCardChoices request, CancellationToken cancellationToken)
    {
        var id = CardId.Parse(request.CardId);
        var card = (await cards.FindAsync(id, cancellationToken) ?? throw new NotFoundException("card")).Card;
        var tie = (await access.FindCardTieAsync(current.Actor.UserId!, id, cancellationToken))!;
        var (isAdmin, mayControl) = (tie.IsAdmin, tie.IsAdmin || tie.IsCardholder);
        var freeze = card.Status == CardStatus.Inactive ? await copies.FreezeOfAsync(id, cancellationToken) : null;
        var replacedBy = await cards.ReplacedByAsync(id, cancellationToken);
        return new CardChoices(
            isAdmin, mayControl, freeze, replacedBy,
            CanFreeze: mayControl && card.Status == CardStatus.Active,
            CanUnfreeze: mayControl && freeze is not null && (isAdmin || !freeze.ByAdmin),
            CanActivate: isAdmin && card.Status == CardStatus.Inactive && freeze is null,
            CanReplace: isAdmin && replacedBy is null);
    }
}
