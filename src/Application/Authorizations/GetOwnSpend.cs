using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>What the person has spent with their own cards since then, and on what.</summary>
public sealed record GetOwnSpend(DateTimeOffset Since) : IRequest<OwnSpend>, IAuthorizedRequest
{
    public Requirement Requirement => new SignedIn();
}

/// <param name="Spent">In each currency, the one with the most purchases first.</param>
/// <param name="Categories">Those that took the most of the first currency, the most first.</param>
/// <param name="Cards">Those that took the most of the first currency, the most first.</param>
public sealed record OwnSpend(
    IReadOnlyList<Money> Spent, IReadOnlyList<SpendShare> Categories, IReadOnlyList<SpendShare> Cards);

internal sealed class GetOwnSpendHandler(ICurrentActor current, IAccessReader access, IPurchaseSearch search)
    : IRequestHandler<GetOwnSpend, OwnSpend>
{
    public async Task<OwnSpend> Handle(GetOwnSpend request, CancellationToken cancellationToken)
    {
        var cardholders = await access.ListOwnCardholdersAsync(current.Actor.UserId!, cancellationToken);
        var shares = await search.ListSharesAsync(cardholders, request.Since, cancellationToken);
        var currencies = shares.GroupBy(s => s.Spent.Currency)
            .OrderByDescending(g => g.Sum(s => s.Purchases)).ThenBy(g => g.Key.Code).ToList();
        if (currencies.Count == 0)
            return new OwnSpend([], [], []);
        return new OwnSpend(
            [.. currencies.Select(g => new Money(g.Sum(s => s.Spent.Minor), g.Key))],
            Top(currencies[0].GroupBy(s => (s.Category, s.Category))),
            Top(currencies[0].GroupBy(s => (s.Card.Value, s.CardTitle))));
    }

    private static IReadOnlyList<SpendShare> Top(IEnumerable<IGrouping<(string Key, string Name), CardShare>> groups) =>
    [
        .. groups.Select(g => new SpendShare(
                g.Key.Key, g.Key.Name, new Money(g.Sum(s => s.Spent.Minor), g.First().Spent.Currency), g.Sum(s => s.Purchases)))
            .Where(s => s.Amount.Minor != 0).OrderByDescending(s => s.Amount.Minor).ThenBy(s => s.Key, StringComparer.Ordinal)
            .Take(GetSpendOverview.TopCount),
    ];
}
