using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>The cards that were chosen from a list, for those who manage all of them.</summary>
public sealed record GetChosenCards(IReadOnlyList<CardId> CardIds) : IRequest<IReadOnlyList<CardView>>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesSomeAccount();
}

internal sealed class GetChosenCardsValidator : AbstractValidator<GetChosenCards>
{
    public GetChosenCardsValidator() => RuleFor(r => r.CardIds).NotEmpty().WithReason(InvalidReason.CardsRequired);
}

internal sealed class GetChosenCardsHandler(ManagedAccounts managed, ICardReader cards)
    : IRequestHandler<GetChosenCards, IReadOnlyList<CardView>>
{
    public async Task<IReadOnlyList<CardView>> Handle(GetChosenCards request, CancellationToken cancellationToken)
    {
        CardId[] ids = [.. request.CardIds.Distinct()];
        var found = await cards.GetByIdsAsync(await managed.ListAsync(null, cancellationToken), ids, cancellationToken);
        return found.Count == ids.Length ? found : throw new NotFoundException(EntityKind.Card);
    }
}
