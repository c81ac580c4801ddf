using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.SpendControls;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>
/// The active cards that have used the most of a limit. Looked at are the cards of a few cardholders, those who spent the most: to look at
/// every card of a large account would take too long for a page that everybody starts with.
/// </summary>
/// <param name="Account">None looks at all accounts that the person sees.</param>
public sealed record GetCardsNearLimit(AccountId? Account, Currency Currency, IReadOnlyList<CardholderId> CardholderIds)
    : IRequest<IReadOnlyList<CardNearLimit>>, IAuthorizedRequest
{
    public Requirement Requirement => Account is { } account ? new SeesAccount(account) : new SeesSomeAccount();
}

internal sealed class GetCardsNearLimitValidator : AbstractValidator<GetCardsNearLimit>
{
    public GetCardsNearLimitValidator() => RuleFor(r => r.CardholderIds)
        .Must(ids => ids.Count <= GetSpendOverview.CardholderCount)
        .WithReason(InvalidReason.TooManyCards, (_, _) => [GetSpendOverview.CardholderCount]);
}

internal sealed class GetCardsNearLimitHandler(ICurrentActor current, IAccessReader access, ICardReader cards, CardUses uses)
    : IRequestHandler<GetCardsNearLimit, IReadOnlyList<CardNearLimit>>
{
    private const int Shown = 4;
    private const int Cards = 100;

    public async Task<IReadOnlyList<CardNearLimit>> Handle(GetCardsNearLimit request, CancellationToken cancellationToken)
    {
        IReadOnlyList<AccountId> accounts = request.Account is { } one
            ? [one]
            : await access.ListVisibleAccountsAsync(current.Actor.UserId!, cancellationToken);
        var views = await cards.ListActiveAsync(accounts, request.CardholderIds, request.Currency, Cards, cancellationToken);
        var used = await uses.GetUsageAsync(accounts, views, cancellationToken);
        return
        [
            .. views.Where(v => used[v.Card.Id].Tightest is { Spent.Minor: > 0 })
                .Select(v => new CardNearLimit(v, used[v.Card.Id].Tightest!))
                .OrderByDescending(n => n.Limit.Share).ThenBy(n => n.Limit.Left.Minor)
                // A limit that a cardholder's cards share is told once.
                .DistinctBy(n => n.Limit.Level == ControlLevel.Cardholder ? n.Card.Cardholder.Id.Value : n.Card.Card.Id.Value)
                .Take(Shown),
        ];
    }
}
