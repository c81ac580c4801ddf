using System.Runtime.CompilerServices;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common.Validation;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Infrastructure.Persistence.Access;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Cards;

internal sealed class CardSearch(IssuingDbContext db) : ICardSearch
{
    private const int FewCards = 2000;
    private const int FewCardholders = 500;

    // A statement for more accounts than anybody is given one by one would be longer than databases take.
    private const int MostApart = 50;

    // Whether few match is found out once, for the page, the count and the ids alike.
    private readonly Dictionary<string, bool> _areFew = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<CardView>> PageAsync(
        CardQuery query, CardId? after, CardId? before, int take, CancellationToken cancellationToken)
    {
        var cards = await MatchingAsync(query, cancellationToken);
        // The page before a card is the page after it in the opposite order.
        var sort = after is null && before is not null ? Opposite(query.Sort) : query.Sort;
        IReadOnlyList<IQueryable<Card>> parts = [cards];
        if ((after ?? before) is { } at)
        {
            // Looked up in the list itself, so that nothing is learnt of other cards.
            var cursor = await cards.FirstOrDefaultAsync(c => c.Id == at, cancellationToken)
                ?? throw InvalidReason.Cursor.For(after is null ? "before" : "after");
            parts = After(cards, cursor, sort);
        }

        // The page is cut from the cards alone, by the index that has them in this order; what is shown beside them is joined to the few
        // that are left. Joined first, the planner may well go through all cards and sort them.
        return await Shown(First(parts, query with { Sort = sort }, take), query.Sort).ToListAsync(cancellationToken);
    }

    public async Task<int> CountAsync(CardQuery query, int atMost, CancellationToken cancellationToken) =>
        await (await MatchingAsync(query, cancellationToken)).Take(atMost).CountAsync(cancellationToken);

    public async Task<IReadOnlyList<CardId>> ListIdsAsync(CardQuery query, int take, CancellationToken cancellationToken) =>
        await First([await MatchingAsync(query, cancellationToken)], query, take).Select(c => c.Id).ToListAsync(cancellationToken);

    public async IAsyncEnumerable<CardView> ListAsync(CardQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cards = await MatchingAsync(query, cancellationToken);
        await foreach (var view in Shown(cards, query.Sort).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return view;
    }

    /// <summary>
    /// The first of these in the order that is asked for. The index has the cards of one account in order: of each account the first are
    /// taken, and of these the first; asked for together, all cards of all accounts would be sorted.
    /// </summary>
    private static IQueryable<Card> First(IReadOnlyList<IQueryable<Card>> parts, CardQuery query, int take)
    {
        if (query.Accounts.Count is > 1 and <= MostApart)
            parts = [.. parts.SelectMany(part => query.Accounts.Select(account => part.Where(c => c.AccountId == account)))];
        return parts is [var one] ? Of(one) : Of(parts.Select(Of).Aggregate((all, part) => all.Concat(part)));

        IQueryable<Card> Of(IQueryable<Card> some) =>
            Ordered(some.Select(c => new Row { Card = c }), query.Sort).Take(take).Select(r => r.Card);
    }

    private async Task<IQueryable<Card>> MatchingAsync(CardQuery query, CancellationToken cancellationToken)
    {
        var cards = query.Accounts is [var one]
            ? db.Cards.Where(c => c.AccountId == one)
            : db.Cards.Where(c => query.Accounts.Contains(c.AccountId));
        if (query.Status is { } status)
            cards = Standing(cards, status);
        if (query.IsOpen)
            cards = cards.Where(c => c.Status != CardStatus.Canceled);
        if (query.Type is { } type)
            cards = cards.Where(c => c.Type == type);
        if (query.Cardholder is { } cardholder)
            cards = cards.Where(c => c.CardholderId == cardholder);
        if (query.Need is { } need)
            cards = Needing(cards, need, query.Today);
        if (query.Text is not { } text)
            return WithCardholder(cards);
        if (text.Length == 4 && text.All(char.IsAsciiDigit))
            return WithCardholder(cards.Where(c => c.Last4 == text));

        // An id is searched for as a whole, or by its beginning.
        if (text.StartsWith("ic_", StringComparison.Ordinal))
            return WithCardholder(cards.Where(c => ((string)(object)c.Id).StartsWith(text)));

        // Few cards are found by their cardholders, of whom there are fewer. With many, a page is soon full when they are gone through in
        // the order that is asked for.
        var (asTyped, lower) = LikePattern.Containing(text);
        var named = db.Cardholders
            .Where(h => query.Accounts.Contains(h.AccountId)
                && (EF.Functions.Like(h.Name.ToLower(), lower, "\\") || EF.Functions.Like(h.Name, asTyped, "\\")
                    || EF.Functions.Like(h.Email!.ToLower(), lower, "\\")))
            .Select(h => h.Id);
        var labeled = db.CardLabels
            .Where(l => query.Accounts.Contains(l.AccountId)
                && (EF.Functions.Like(l.Name.ToLower(), lower, "\\") || EF.Functions.Like(l.Name, asTyped, "\\")))
            .Select(l => l.CardId);
        var few = cards.Where(c => named.Contains(c.CardholderId) || labeled.Contains(c.Id));
        var key = string.Join('\n', [text, .. query.Accounts, query.Status, query.Type, query.Cardholder, query.Need, query.IsOpen]);
        if (!_areFew.TryGetValue(key, out var areFew))
            _areFew[key] = areFew = await named.Take(FewCardholders + 1).CountAsync(cancellationToken) <= FewCardholders
                && await few.Take(FewCards + 1).CountAsync(cancellationToken) <= FewCards;
        return areFew
            ? few
            : WithCardholder(cards.Where(c => EF.Functions.Like(c.CardholderName.ToLower(), lower, "\\")
                || EF.Functions.Like(c.CardholderName, asTyped, "\\") || named.Contains(c.CardholderId) || labeled.Contains(c.Id)));
    }

    public async Task<CardCounts> CountAsync(IReadOnlyList<AccountId> accounts, DateOnly today, CancellationToken cancellationToken)
    {
        var cards = accounts is [var one]
            ? db.Cards.Where(c => c.AccountId == one)
            : db.Cards.Where(c => accounts.Contains(c.AccountId));
        var states = await cards.GroupBy(c => c.Status).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return new CardCounts(
            states.GetValueOrDefault(CardStatus.Active), states.GetValueOrDefault(CardStatus.Inactive),
            states.GetValueOrDefault(CardStatus.Canceled),
            await cards.CountAsync(c => c.Status == CardStatus.Inactive && c.HasBeenActive, cancellationToken),
            await Needing(cards, CardNeed.Activation, today).CountAsync(cancellationToken),
            await CountRenewalsAsync(cards, today, cancellationToken),
            // From the changes that are under way, which are few, to their cards.
            await UnconfirmedChanges.PendingSubjects(db).Distinct()
                .CountAsync(id => cards.Any(c => ((string)(object)c.Id) == id), cancellationToken));
    }

    private static IQueryable<Card> Standing(IQueryable<Card> cards, CardStanding standing) => standing switch
    {
        CardStanding.Active => cards.Where(c => c.Status == CardStatus.Active),
        CardStanding.Canceled => cards.Where(c => c.Status == CardStatus.Canceled),
        CardStanding.Frozen => cards.Where(c => c.Status == CardStatus.Inactive && c.HasBeenActive),
        CardStanding.NotActivated => cards.Where(c => c.Status == CardStatus.Inactive && !c.HasBeenActive),
        _ => cards.Where(c => c.Status == CardStatus.Inactive),
    };

    private IQueryable<Card> Needing(IQueryable<Card> cards, CardNeed need, DateOnly today)
    {
        switch (need)
        {
            case CardNeed.Activation:
                return cards.Where(c =>
                    c.Status == CardStatus.Inactive && c.ShippingStatus == ShippingStatus.Delivered && !c.HasBeenActive);
            case CardNeed.Renewal:
                var months = MonthsOfRenewal(today);
                var (first, second) = months is [] ? default : (months[0], months[^1]);
                return cards.Where(c => (c.Status == CardStatus.Active || c.Status == CardStatus.Inactive)
                    && ((c.ExpYear == first.Year && c.ExpMonth == first.Month)
                        || (c.ExpYear == second.Year && c.ExpMonth == second.Month)));
            default:
                var pending = UnconfirmedChanges.PendingSubjects(db);
                return cards.Where(c => pending.Contains((string)(object)c.Id));
        }
    }

    /// <summary>
    /// The months, two at most, at whose end cards expire soon: a card works to the end of its month. They are counted through, so that a
    /// year's end is no different.
    /// </summary>
    private static IReadOnlyList<(int Year, int Month)> MonthsOfRenewal(DateOnly today)
    {
        var (current, last) = (MonthOf(today), MonthOf(today.AddDays(30)));
        return [.. Enumerable.Range(current + 1, last - current).Select(next => ((next - 1) / 12, ((next - 1) % 12) + 1))];

        static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month - 1;
    }

    /// <summary>How many cards expire soon: for each month and status asked for itself, which an index counts at once.</summary>
    private static async Task<int> CountRenewalsAsync(IQueryable<Card> cards, DateOnly today, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var (year, month) in MonthsOfRenewal(today))
        {
            foreach (var status in new[] { CardStatus.Active, CardStatus.Inactive })
                count += await cards.CountAsync(c => c.Status == status && c.ExpYear == year && c.ExpMonth == month, cancellationToken);
        }

        return count;
    }

    /// <summary>A card whose cardholder is not known here yet is not shown; nor may it count when a page is cut.</summary>
    private IQueryable<Card> WithCardholder(IQueryable<Card> cards) =>
        cards.Where(c => db.Cardholders.Any(h => h.Id == c.CardholderId));

    private static IQueryable<Row> Ordered(IQueryable<Row> rows, CardSort sort) => sort switch
    {
        CardSort.Oldest => rows.OrderBy(r => r.Card.CreatedAt).ThenBy(r => r.Card.Id),
        CardSort.Name => rows.OrderBy(r => r.Card.CardholderName).ThenBy(r => r.Card.Id),
        CardSort.NameDescending => rows.OrderByDescending(r => r.Card.CardholderName).ThenByDescending(r => r.Card.Id),
        CardSort.Last4 => rows.OrderBy(r => r.Card.Last4).ThenBy(r => r.Card.Id),
        CardSort.Last4Descending => rows.OrderByDescending(r => r.Card.Last4).ThenByDescending(r => r.Card.Id),
        CardSort.Status => rows.OrderBy(r => r.Card.Status).ThenBy(r => r.Card.Id),
        CardSort.StatusDescending => rows.OrderByDescending(r => r.Card.Status).ThenByDescending(r => r.Card.Id),
        CardSort.Expiry => rows.OrderBy(r => r.Card.ExpYear).ThenBy(r => r.Card.ExpMonth).ThenBy(r => r.Card.Id),
        CardSort.ExpiryDescending =>
            rows.OrderByDescending(r => r.Card.ExpYear).ThenByDescending(r => r.Card.ExpMonth).ThenByDescending(r => r.Card.Id),
        _ => rows.OrderByDescending(r => r.Card.CreatedAt).ThenByDescending(r => r.Card.Id),
    };

    private static CardSort Opposite(CardSort sort) => sort switch
    {
        CardSort.Newest => CardSort.Oldest,
        CardSort.Oldest => CardSort.Newest,
        CardSort.Name => CardSort.NameDescending,
        CardSort.NameDescending => CardSort.Name,
        CardSort.Last4 => CardSort.Last4Descending,
        CardSort.Last4Descending => CardSort.Last4,
        CardSort.Status => CardSort.StatusDescending,
        CardSort.StatusDescending => CardSort.Status,
        CardSort.Expiry => CardSort.ExpiryDescending,
        _ => CardSort.Expiry,
    };

    /// <summary>
    /// The cards after one. Where many are equal, the equal ones are a part of their own, which the index finds at once; asked for
    /// together with the rest, all equal ones before it would be gone through.
    /// </summary>
    private static IReadOnlyList<IQueryable<Card>> After(IQueryable<Card> cards, Card cursor, CardSort sort)
    {
        var (id, created, name, last4) = (cursor.Id, cursor.CreatedAt, cursor.CardholderName, cursor.Last4);
        var (status, year, month) = (cursor.Status.ToString(), cursor.ExpYear, cursor.ExpMonth);
        return sort switch
        {
            CardSort.Oldest => [cards.Where(c => c.CreatedAt >= created && (c.CreatedAt > created || c.Id > id))],
            CardSort.Name =>
                [cards.Where(c => c.CardholderName.CompareTo(name) >= 0 && (c.CardholderName.CompareTo(name) > 0 || c.Id > id))],
            CardSort.NameDescending =>
                [cards.Where(c => c.CardholderName.CompareTo(name) <= 0 && (c.CardholderName.CompareTo(name) < 0 || c.Id < id))],
            CardSort.Last4 => [cards.Where(c => c.Last4.CompareTo(last4) >= 0 && (c.Last4.CompareTo(last4) > 0 || c.Id > id))],
            CardSort.Last4Descending => [cards.Where(c => c.Last4.CompareTo(last4) <= 0 && (c.Last4.CompareTo(last4) < 0 || c.Id < id))],
            CardSort.Status =>
            [
                cards.Where(c => c.Status == cursor.Status && c.Id > id),
                cards.Where(c => ((string)(object)c.Status).CompareTo(status) > 0),
            ],
            CardSort.StatusDescending =>
            [
                cards.Where(c => c.Status == cursor.Status && c.Id < id),
                cards.Where(c => ((string)(object)c.Status).CompareTo(status) < 0),
            ],
            CardSort.Expiry =>
            [
                cards.Where(c => c.ExpYear == year && c.ExpMonth == month && c.Id > id),
                cards.Where(c => c.ExpYear == year && c.ExpMonth > month),
                cards.Where(c => c.ExpYear > year),
            ],
            CardSort.ExpiryDescending =>
            [
                cards.Where(c => c.ExpYear == year && c.ExpMonth == month && c.Id < id),
                cards.Where(c => c.ExpYear == year && c.ExpMonth < month),
                cards.Where(c => c.ExpYear < year),
            ],
            _ => [cards.Where(c => c.CreatedAt <= created && (c.CreatedAt < created || c.Id < id))],
        };
    }

    private IQueryable<CardView> Shown(IQueryable<Card> cards, CardSort sort)
    {
        var pending = UnconfirmedChanges.PendingSubjects(db);
        var rows =
            from card in cards
            join holder in db.Cardholders on card.CardholderId equals holder.Id
            join account in db.Accounts on card.AccountId equals account.Id
            from freeze in db.CardFreezes.Where(f => f.CardId == card.Id).DefaultIfEmpty()
            from label in db.CardLabels.Where(l => l.CardId == card.Id).DefaultIfEmpty()
            select new Row { Card = card, Cardholder = holder, Account = account, Freeze = freeze, Label = label };
        return Ordered(rows, sort).Select(r => new CardView(
            r.Card, r.Cardholder!, r.Account!, r.Freeze, pending.Contains((string)(object)r.Card.Id), r.Label));
    }

    /// <summary>A card, with what is shown beside it once that is joined.</summary>
    private sealed class Row
    {
        public required Card Card { get; init; }

        public Cardholder? Cardholder { get; init; }

        public Account? Account { get; init; }

        public CardFreeze? Freeze { get; init; }

        public CardLabel? Label { get; init; }
    }
}
