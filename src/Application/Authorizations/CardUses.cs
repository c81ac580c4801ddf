using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.Authorizations;

/// <summary>What was spent this month (UTC) with cards, and what is left to spend.</summary>
internal sealed class CardUses(IPurchaseSearch search, TimeProvider time) : ICardRanking
{
    public async Task<IReadOnlyDictionary<CardId, CardUse>> OfAsync(
        IReadOnlyList<AccountId> accounts, IReadOnlyList<CardView> views, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var month = new DateOnly(today.Year, today.Month, 1);
        // What is summed up is the same for all cards whose limits began on the same day: one question for each day, not for each card.
        var ofCards = await SumAsync(
            views.SelectMany(v => Counting(v.Card.SpendingControls)).Append(month),
            since => search.SumByCardAsync(accounts, [.. views.Select(v => v.Card.Id)], since, cancellationToken));
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
        var uses = await OfAsync(accounts, cards, cancellationToken);
        var (byLeft, isBackwards) = (
            sort is CardSort.Left or CardSort.LeftDescending, sort is CardSort.LeftDescending or CardSort.SpentDescending);
        var grouped = cards.OrderBy(v => v.Card.Status == CardStatus.Canceled)
            .ThenBy(v => byLeft && uses[v.Card.Id].Tightest is null)
            .ThenBy(v => v.Card.Currency.Code, StringComparer.Ordinal);
        return [.. isBackwards ? grouped.ThenByDescending(Figure) : grouped.ThenBy(Figure)];

        long Figure(CardView view) => byLeft ? uses[view.Card.Id].Tightest?.Left.Minor ?? 0 : uses[view.Card.Id].Spent.Minor;
    }

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
