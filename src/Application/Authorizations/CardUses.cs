using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.Authorizations;

/// <summary>What was spent this month (UTC) with cards, and what is left to spend.</summary>
internal sealed class CardUses(IPurchaseSearch search, TimeProvider time) : ICardRanking
{
    public async Task<IReadOnlyDictionary<CardId, CardUse>> GetUsageAsync(
        IReadOnlyList<AccountId> accounts, IReadOnlyList<CardView> views, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var month = new DateOnly(today.Year, today.Month, 1);
        // What is summed up is the same for all cards whose limits began on the same day: one question for each day, not for each card.
        var ofCards = await SumAsync(
            views.SelectMany(v => Counting(v.Card.SpendingControls)).Append(month),
            since => search.SumByCardAsync([.. views.Select(v => v.Card.Id)], since, cancellationToken));
        var ofHolders = await SumAsync(
            views.SelectMany(v => Counting(v.Cardholder.SpendingControls)),
            since => search.SumByCardholderAsync(accounts, [.. views.Select(v => v.Cardholder.Id).Distinct()], since, cancellationToken));

        return views.ToDictionary(v => v.Card.Id, v =>
        {
            var currency = v.Card.Currency;
            IEnumerable<LimitUsage> usages =
            [
                .. Limits(v.Card.SpendingControls).Select(l => Usage(l, ControlLevel.Card, ofCards, v.Card.Id)),
                .. Limits(v.Cardholder.SpendingControls).Select(l => Usage(l, ControlLevel.Cardholder, ofHolders, v.Cardholder.Id)),
            ];
            return new CardUse(
                new Money(ofCards[month].GetValueOrDefault((v.Card.Id, currency)), currency), LimitUsage.Tightest(usages, currency));
        });

        IEnumerable<DateOnly> Counting(SpendingControls controls) =>
            Limits(controls).Select(l => LimitPeriod.Of(l.Interval, today).Start);

        LimitUsage Usage<TId>(
            SpendingLimit limit, ControlLevel level, Dictionary<DateOnly, IReadOnlyDictionary<(TId, Currency), long>> sums, TId of)
        {
            var period = LimitPeriod.Of(limit.Interval, today);
            var spent = sums[period.Start].GetValueOrDefault((of, limit.Amount.Currency));
            return new LimitUsage(limit, level, limit.Amount with { Minor = spent }, period);
        }
    }

    public async Task<IReadOnlyList<CardView>> RankAsync(
        IReadOnlyList<AccountId> accounts, IReadOnlyList<CardView> cards, CardSort sort, CancellationToken cancellationToken)
    {
        if (sort is CardSort.Account or CardSort.AccountDescending)
            return InOrder(cards.OrderBy(_ => 0), v => v.Account.Name, sort is CardSort.AccountDescending);
        var uses = await GetUsageAsync(accounts, cards, cancellationToken);
        var byLeft = sort is CardSort.Left or CardSort.LeftDescending;
        var grouped = cards
            .OrderBy(v => v.Card.Status == CardStatus.Canceled ? 2 : byLeft && v.Card.Status != CardStatus.Active ? 1 : 0)
            .ThenBy(v => byLeft && uses[v.Card.Id].Tightest is null)
            .ThenBy(v => v.Card.Currency.Code, StringComparer.Ordinal);
        return InOrder(
            grouped, v => byLeft ? uses[v.Card.Id].Tightest?.Left.Minor ?? 0 : uses[v.Card.Id].Spent.Minor,
            sort is CardSort.LeftDescending or CardSort.SpentDescending);
    }

    public async Task<IReadOnlyList<CardholderView>> RankAsync(
        IReadOnlyList<AccountId> accounts, IReadOnlyList<CardholderView> cardholders, CardholderSort sort,
        CancellationToken cancellationToken)
    {
        var rows = cardholders.OrderBy(_ => 0);
        switch (sort)
        {
            case CardholderSort.Status or CardholderSort.StatusDescending:
                return InOrder(rows, v => v.Cardholder.Status, sort is CardholderSort.StatusDescending);
            case CardholderSort.Cards or CardholderSort.CardsDescending:
                return InOrder(rows, v => v.Cards ?? 0, sort is CardholderSort.CardsDescending);
            case CardholderSort.Account or CardholderSort.AccountDescending:
                return InOrder(rows, v => v.Account.Name, sort is CardholderSort.AccountDescending);
            default:
                var now = time.GetUtcNow();
                var sums = (await search.SumByCardholderAsync(
                    accounts, [.. cardholders.Select(v => v.Cardholder.Id)],
                    new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero), cancellationToken))
                    .ToLookup(s => s.Key.Cardholder, s => new Money(s.Value, s.Key.Currency));
                return InOrder(
                    cardholders.OrderBy(v => !sums[v.Cardholder.Id].Any())
                        .ThenBy(
                            v => sums[v.Cardholder.Id].Select(m => m.Currency.Code).Min(StringComparer.Ordinal), StringComparer.Ordinal),
                    v => sums[v.Cardholder.Id].OrderBy(m => m.Currency.Code, StringComparer.Ordinal).FirstOrDefault().Minor,
                    sort is CardholderSort.SpentDescending);
        }
    }

    private static IReadOnlyList<T> InOrder<T, TKey>(IOrderedEnumerable<T> grouped, Func<T, TKey> key, bool isDescending) =>
        [.. isDescending ? grouped.ThenByDescending(key) : grouped.ThenBy(key)];

    /// <summary>Those that count every purchase over a period.</summary>
    private static IEnumerable<SpendingLimit> Limits(SpendingControls controls) =>
        controls.Limits.Where(l => l.Categories.Length == 0 && l.Interval != LimitInterval.PerAuthorization);

    private static async Task<Dictionary<DateOnly, T>> SumAsync<T>(IEnumerable<DateOnly> days, Func<DateTimeOffset, Task<T>> sum)
    {
        var sums = new Dictionary<DateOnly, T>();
        foreach (var day in days.Distinct())
            sums[day] = await sum(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        return sums;
    }
}
