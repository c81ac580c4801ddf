using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>
/// What was spent this month (UTC) with each of these cards, as far as the person sees their accounts. A card without is left out.
/// </summary>
public sealed record GetSpendOfCards(IReadOnlyList<CardId> CardIds) : IRequest<IReadOnlyDictionary<CardId, Money>>, IAuthorizedRequest
{
    public Requirement Requirement => new SeesSomeAccount();
}

internal sealed class GetSpendOfCardsValidator : AbstractValidator<GetSpendOfCards>
{
    private const int AtMost = 200;

    public GetSpendOfCardsValidator() =>
        RuleFor(r => r.CardIds).Must(ids => ids.Count <= AtMost).WithReason(InvalidReason.TooManyCards, (_, _) => [AtMost]);
}

internal sealed class GetSpendOfCardsHandler(IAccessReader access, IPurchaseSearch search, ICurrentActor current, TimeProvider time)
    : IRequestHandler<GetSpendOfCards, IReadOnlyDictionary<CardId, Money>>
{
    public async Task<IReadOnlyDictionary<CardId, Money>> Handle(GetSpendOfCards request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await search.SumByCardAsync(
            await access.ListVisibleAccountsAsync(current.Actor.UserId!, cancellationToken), request.CardIds,
            new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero), cancellationToken);
    }
}
