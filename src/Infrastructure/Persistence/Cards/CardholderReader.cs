using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common.Validation;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Infrastructure.Persistence.Access;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Cards;

internal sealed class CardholderReader(IssuingDbContext db) : ICardholderReader
{
    public Task<Cardholder?> FindAsync(CardholderId id, CancellationToken cancellationToken) =>
        db.Cardholders.FirstOrDefaultAsync(c => c.Id == id, cancellationToken);

    public Task<UnconfirmedChange?> FindUnconfirmedChangeAsync(CardholderId id, CancellationToken cancellationToken) =>
        UnconfirmedChanges.FindLatestAsync(db, id.Value, cancellationToken);

    public async Task<IReadOnlyList<CardholderView>> PageAsync(
        CardholderQuery query, CardholderId? after, CardholderId? before, int take, CancellationToken cancellationToken)
    {
        var matching = Matching(query);
        var isBack = after is null && before is not null;
        var (byEmail, isDescending) = query.Sort switch
        {
            CardholderSort.Name => (false, false),
            CardholderSort.NameDescending => (false, true),
            CardholderSort.Email => (true, false),
            _ => (true, true),
        };
        var rows = matching.Select(c => new Row { Cardholder = c, Key = byEmail ? c.Email ?? "" : c.Name });
        if ((after ?? before) is { } at)
        {
            var cursor = await rows.FirstOrDefaultAsync(r => r.Cardholder.Id == at, cancellationToken)
                ?? throw InvalidReason.Cursor.For(isBack ? "before" : "after");
            var (key, id) = (cursor.Key, at.Value);
            rows = isDescending == isBack
                ? rows.Where(r => r.Key.CompareTo(key) > 0
                    || (r.Key == key && ((string)(object)r.Cardholder.Id).CompareTo(id) > 0))
                : rows.Where(r => r.Key.CompareTo(key) < 0
                    || (r.Key == key && ((string)(object)r.Cardholder.Id).CompareTo(id) < 0));
        }

        // The page before a cardholder is the page after it in the opposite order.
        var page = Ordered(rows, isDescending != isBack).Take(take);
        var shown = page.Join(
            db.Accounts, r => r.Cardholder.AccountId, a => a.Id, (r, a) => new Row { Cardholder = r.Cardholder, Key = r.Key, Account = a });
        return await Ordered(shown, isDescending)
            .Select(r => new CardholderView(
                r.Cardholder, r.Account!, db.Cards.Count(c => c.CardholderId == r.Cardholder.Id && c.Status != CardStatus.Canceled)))
            .ToListAsync(cancellationToken);
    }

    public Task<int> CountAsync(CardholderQuery query, CancellationToken cancellationToken) =>
        Matching(query).CountAsync(cancellationToken);

    private IQueryable<Cardholder> Matching(CardholderQuery query)
    {
        var holders = db.Cardholders.Where(c => query.Accounts.Contains(c.AccountId));
        if (string.IsNullOrEmpty(query.Text))
            return holders;
        if (CardholderId.TryParse(query.Text, null, out var id))
            return holders.Where(c => c.Id == id);
        // What is known of a card leads to whoever holds it.
        if (CardId.TryParse(query.Text, null, out var card))
            return holders.Where(c => db.Cards.Any(k => k.Id == card && k.CardholderId == c.Id));
        if (query.Text.Length == 4 && query.Text.All(char.IsAsciiDigit))
            return holders.Where(c => db.Cards.Any(k => k.Last4 == query.Text && k.CardholderId == c.Id));
        var (asTyped, lower) = LikePattern.Containing(query.Text);
        return holders.Where(c =>
            EF.Functions.Like(c.Name.ToLower(), lower, "\\") || EF.Functions.Like(c.Name, asTyped, "\\")
            || EF.Functions.Like(c.Email!.ToLower(), lower, "\\"));
    }

    private static IQueryable<Row> Ordered(IQueryable<Row> rows, bool isDescending) => isDescending
        ? rows.OrderByDescending(r => r.Key).ThenByDescending(r => r.Cardholder.Id)
        : rows.OrderBy(r => r.Key).ThenBy(r => r.Cardholder.Id);

    private sealed class Row
    {
        public required Cardholder Cardholder { get; init; }

        public required string Key { get; init; }

        public Account? Account { get; init; }
    }
}
