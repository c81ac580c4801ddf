using System.Runtime.CompilerServices;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common.Validation;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Cards;

internal sealed class CardSearch(IssuingDbContext db) : ICardSearch
{
    private const int FewCards = 2000;

    public async Task<IReadOnlyList<CardView>> PageAsync(CardQuery query, CardId? after, int take, CancellationToken cancellationToken)
    {
        var rows = await MatchingAsync(query, cancellationToken);
        if (after is { } last)
        {
            // Looked up in the list itself, so that nothing is learnt of other cards.
            var cursor = await rows.FirstOrDefaultAsync(r => r.Card.Id == last, cancellationToken)
                ?? throw InvalidReason.Cursor.For("after");
            rows = After(rows, cursor, query.Sort);
        }

        return await Shown(Ordered(rows, query.Sort).Take(take)).ToListAsync(cancellationToken);
    }

    public async IAsyncEnumerable<CardView> ListAsync(CardQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = Ordered(await MatchingAsync(query, cancellationToken), query.Sort);
        await foreach (var view in Shown(rows).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return view;
    }

    private async Task<IQueryable<Row>> MatchingAsync(CardQuery query, CancellationToken cancellationToken)
    {
        var cards = db.Cards.AsQueryable();
        if (query.Status is { } status)
            cards = cards.Where(c => c.Status == status);
        if (query.Type is { } type)
            cards = cards.Where(c => c.Type == type);
        if (query.Cardholder is { } cardholder)
            cards = cards.Where(c => c.CardholderId == cardholder);
        var isLast4 = query.Text is { Length: 4 } digits && digits.All(char.IsAsciiDigit);
        if (query.Text is not { } text || isLast4)
            return Rows(Of(query.Accounts, isLast4 ? cards.Where(c => c.Last4 == query.Text) : cards));

        var (asTyped, lower) = LikePattern.Containing(text);
        var named = db.Cardholders
            .Where(h => query.Accounts.Contains(h.AccountId)
                && (EF.Functions.Like(h.Name.ToLower(), lower, "\\") || EF.Functions.Like(h.Name, asTyped, "\\")))
            .Select(h => h.Id);
        // Few cards are found by their cardholders and then put in order. With many, a page is soon full when they are gone through in
        // the order that is asked for. The account is left out on purpose, so that the planner starts from the cardholders.
        var few = Rows(cards.Where(c => named.Contains(c.CardholderId))).Where(r => r.Cardholder.AccountId == r.Card.AccountId);
        return await few.Take(FewCards + 1).CountAsync(cancellationToken) <= FewCards
            ? few
            : Rows(Of(query.Accounts, cards.Where(c => named.Contains(c.CardholderId))));
    }

    private static IQueryable<Card> Of(IReadOnlyList<AccountId> accounts, IQueryable<Card> cards) => accounts is [var one]
        ? cards.Where(c => c.AccountId == one)
        : cards.Where(c => accounts.Contains(c.AccountId));

    private IQueryable<Row> Rows(IQueryable<Card> cards) =>
        from card in cards
        join holder in db.Cardholders on card.CardholderId equals holder.Id
        join account in db.Accounts on card.AccountId equals account.Id
        from freeze in db.CardFreezes.Where(f => f.CardId == card.Id).DefaultIfEmpty()
        select new Row { Card = card, Cardholder = holder, Account = account, Freeze = freeze };

    private static IQueryable<Row> Ordered(IQueryable<Row> rows, CardSort sort) => sort switch
    {
        CardSort.Oldest => rows.OrderBy(v => v.Card.CreatedAt).ThenBy(v => v.Card.Id),
        CardSort.Name => rows.OrderBy(v => v.Card.CardholderName).ThenBy(v => v.Card.Id),
        CardSort.Last4 => rows.OrderBy(v => v.Card.Last4).ThenBy(v => v.Card.Id),
        _ => rows.OrderByDescending(v => v.Card.CreatedAt).ThenByDescending(v => v.Card.Id),
    };

    private static IQueryable<Row> After(IQueryable<Row> rows, Row cursor, CardSort sort)
    {
        var (id, created, name, last4) = (cursor.Card.Id, cursor.Card.CreatedAt, cursor.Card.CardholderName, cursor.Card.Last4);
        return sort switch
        {
            CardSort.Oldest => rows.Where(v => v.Card.CreatedAt >= created && (v.Card.CreatedAt > created || v.Card.Id > id)),
            CardSort.Name =>
                rows.Where(v => v.Card.CardholderName.CompareTo(name) >= 0
                && (v.Card.CardholderName.CompareTo(name) > 0 || v.Card.Id > id)),
            CardSort.Last4 => rows.Where(v => v.Card.Last4.CompareTo(last4) >= 0 && (v.Card.Last4.CompareTo(last4) > 0 || v.Card.Id > id)),
            _ => rows.Where(v => v.Card.CreatedAt <= created && (v.Card.CreatedAt < created || v.Card.Id < id)),
        };
    }

    private IQueryable<CardView> Shown(IQueryable<Row> rows)
    {
        var pending = db.PendingSubjects;
        return rows.Select(r => new CardView(r.Card, r.Cardholder, r.Account, r.Freeze, pending.Contains((string)(object)r.Card.Id)));
    }

    private sealed class Row
    {
        public required Card Card { get; init; }

        public required Cardholder Cardholder { get; init; }

        public required Account Account { get; init; }

        public required CardFreeze? Freeze { get; init; }
    }
}
