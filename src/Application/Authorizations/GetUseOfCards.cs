using CleanIssuing.Application.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>
/// What was spent this month (UTC) with each of these cards, and what is left to spend, as far as the person sees their accounts.
/// </summary>
public sealed record GetUseOfCards(IReadOnlyList<CardId> CardIds) : IRequest<IReadOnlyDictionary<CardId, CardUse>>, IAuthorizedRequest
{
    public Requirement Requirement => new SeesSomeAccount();
}

internal sealed class GetUseOfCardsValidator : AbstractValidator<GetUseOfCards>
{
    private const int AtMost = 200;

    public GetUseOfCardsValidator() =>
        RuleFor(r => r.CardIds).Must(ids => ids.Count <= AtMost).WithReason(InvalidReason.TooManyCards, (_, _) => [AtMost]);
}

internal sealed class GetUseOfCardsHandler(IAccessReader access, ICardReader cards, CardUses uses, ICurrentActor current)
    : IRequestHandler<GetUseOfCards, IReadOnlyDictionary<CardId, CardUse>>
{
    public async Task<IReadOnlyDictionary<CardId, CardUse>> Handle(GetUseOfCards request, CancellationToken cancellationToken)
    {
        var accounts = await access.ListVisibleAccountsAsync(current.Actor.UserId!, cancellationToken);
        var views = await cards.GetByIdsAsync(accounts, request.CardIds, cancellationToken);
        return await uses.GetUsageAsync(accounts, views, cancellationToken);
    }
}
