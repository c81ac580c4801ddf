using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>What the person may do with a card in its present state.</summary>
public sealed record GetAllowedCardActions(CardId CardId) : IRequest<AllowedCardActions>, IAuthorizedRequest
{
    public Requirement Requirement => new MayViewCard(CardId);
}

/// <param name="HoldsOrManages">The cardholder or an admin; false for a viewer.</param>
/// <param name="Freeze">Who froze it, where it was frozen here.</param>
/// <param name="ReplacedBy">The card that took its place.</param>
/// <param name="Unconfirmed">A change that is not confirmed yet, or whose outcome became known within the last day.</param>
public sealed record AllowedCardActions(
    bool IsAdmin, bool HoldsOrManages, CardFreeze? Freeze, Card? ReplacedBy, bool CanFreeze, bool CanUnfreeze, bool CanActivate,
    bool CanReplace, UnconfirmedChange? Unconfirmed = null)
{
    /// <summary>Whether the last four digits are asked for: a cardholder shows that the card has arrived.</summary>
    public bool MustConfirmActivation => CanActivate && !IsAdmin;
}

internal sealed class GetAllowedCardActionsHandler(
    ICardReader cards, CardOperations operations, AccountContext account, TimeProvider time)
    : IRequestHandler<GetAllowedCardActions, AllowedCardActions>
{
    public async Task<AllowedCardActions> Handle(GetAllowedCardActions request, CancellationToken cancellationToken)
    {
        var view = await cards.FindAsync(request.CardId, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);
        var card = view.Card;
        var (isAdmin, holdsOrManages) = (account.Card!.IsAdmin, account.Card.IsAdmin || account.Card.IsCardholder);
        var replacedBy = await cards.FindReplacementAsync(card.Id, cancellationToken);
        var freeze = card.Status == CardStatus.Inactive ? view.Freeze : null;
        return new AllowedCardActions(
            isAdmin, holdsOrManages, freeze, replacedBy,
            CanFreeze: (holdsOrManages && card.Status == CardStatus.Active) || (isAdmin && freeze is { ByAdmin: false }),
            CanUnfreeze: holdsOrManages && freeze is not null && (isAdmin || !freeze.ByAdmin),
            CanActivate: isAdmin
                ? card.Status == CardStatus.Inactive && freeze is null
                : holdsOrManages && await operations.IsNewlyDeliveredAsync(view, cancellationToken),
            CanReplace: isAdmin && replacedBy is null,
            Unconfirmed: await FindUnconfirmedAsync(card.Id, cancellationToken));
    }

    private async Task<UnconfirmedChange?> FindUnconfirmedAsync(CardId card, CancellationToken cancellationToken) =>
        await cards.FindUnconfirmedChangeAsync(card, cancellationToken) is { } change && change.IsTold(time.GetUtcNow()) ? change : null;
}
