using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.SpendControls;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>
/// The active cards that have used the most of a limit. Looked at are the cards of those cardholders who spent the most this month (UTC):
/// to look at every card of a large account would take too long for a page that everybody starts with.
/// </summary>
/// <param name="Account">None looks at all accounts that the person sees.</param>
public sealed record GetCardsNearLimit(AccountId? Account, Currency Currency) : IRequest<IReadOnlyList<CardNearLimit>>, IAuthorizedRequest
{
    public Requirement Requirement => Account is { } account ? new SeesAccount(account) : new SeesSomeAccount();
}

internal sealed class GetCardsNearLimitHandler(
    ICurrentActor current, IAccessReader access, ISpendStore spend, ICardReader cards, CardUses uses, TimeProvider time)
    : IRequestHandler<GetCardsNearLimit, IReadOnlyList<CardNearLimit>>
{
    private const int Shown = 4;
    private const int Cardholders = 50;
    private const int Cards = 100;

    public async Task<IReadOnlyList<CardNearLimit>> Handle(GetCardsNearLimit request, CancellationToken cancellationToken)
    {
        IReadOnlyList<AccountId> accounts = request.Account is { } one
            ? [one]
            : await access.ListVisibleAccountsAsync(current.Actor.UserId!, cancellationToken);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var spenders = await spend.ListTopAsync(
            accounts, SpendDimension.Cardholder, request.Currency, new DateOnly(today.Year, today.Month, 1), today, Cardholders,
            cancellationToken);
        var views = await cards.ListActiveAsync(
            [.. spenders.Select(s => CardholderId.Parse(s.Key))], request.Currency, Cards, cancellationToken);
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
