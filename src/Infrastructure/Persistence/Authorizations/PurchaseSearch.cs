using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Common.Validation;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

internal sealed partial class PurchaseSearch(IssuingDbContext db) : IPurchaseSearch
{
    // A statement for more accounts than anybody is given one by one would be longer than databases take.
    private const int MostApart = 50;

    private const int NamesAtMost = 2000;

    // Whoever has noted the same about more purchases looks for something else.
    private const int MemosAtMost = 5000;

    /// <summary>The cards with the last four digits that are looked for.</summary>
    private List<CardId>? _ending;

    private (string Text, IReadOnlyList<CardId>? Cards, IReadOnlyList<AuthorizationId> Memos)? _found;

    public async Task<IReadOnlyList<PurchaseRow>> PageAsync(
        PurchaseQuery query, AuthorizationId? before, AuthorizationId? after, int take, CancellationToken cancellationToken)
    {
        await LookUpAsync(query, cancellationToken);
        if ((before ?? after) is not { } cursor)
            return await Shown(First(query, rows => rows, take)).ToListAsync(cancellationToken);

        // Looked up among what the person may see, so that nothing is learnt of other purchases; whether it still matches is no matter.
        var found = await Visible(query).Where(a => a.Id == cursor).Select(a => new { a.CreatedAt }).FirstOrDefaultAsync(cancellationToken)
            ?? throw InvalidReason.Cursor.For(before is null ? "after" : "before");
        var at = found.CreatedAt;
        return before is not null
            ? await Shown(First(query, rows => rows.Where(a => a.CreatedAt <= at && (a.CreatedAt < at || a.Id < cursor)), take))
                .ToListAsync(cancellationToken)
            : await Shown(
                First(query, rows => rows.Where(a => a.CreatedAt >= at && (a.CreatedAt > at || a.Id > cursor)), take, isBackwards: true))
                .ToListAsync(cancellationToken);
    }

    public async Task<PurchaseTotals> SumAsync(PurchaseQuery query, int? atMost, CancellationToken cancellationToken)
    {
        await LookUpAsync(query, cancellationToken);
        var some = atMost is { } most ? First(query, rows => rows, most + 1) : Matching(query);
        var sums = await Taken(some).GroupBy(t => t.Currency).Select(group => new
        {
            Currency = group.Key,
            Count = group.Count(),
            Declined = group.Sum(t => t.Approved ? 0 : 1),
            Spent = group.Sum(t => t.Approved ? t.Spent : 0),
        }).ToListAsync(cancellationToken);
        var count = sums.Sum(s => s.Count);
        return new PurchaseTotals(
            count, sums.Sum(s => s.Declined),
            [.. sums.Where(s => s.Count > s.Declined).Select(s => new Money(s.Spent, s.Currency)).OrderBy(m => m.Currency.Code)],
            count > atMost);
    }

    public async Task<IReadOnlyDictionary<(CardId Card, Currency Currency), long>> SumByCardAsync(
        IReadOnlyList<CardId> cards, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var some = db.Authorizations.Where(a => cards.Contains(a.CardId) && a.CreatedAt >= since && a.Approved);
        var sums = await Taken(some).GroupBy(t => new { t.CardId, t.Currency })
            .Select(group => new { group.Key.CardId, group.Key.Currency, Spent = group.Sum(t => t.Spent) })
            .ToListAsync(cancellationToken);
        return sums.ToDictionary(s => (s.CardId, s.Currency), s => s.Spent);
    }

    public async Task<IReadOnlyDictionary<(CardholderId Cardholder, Currency Currency), long>> SumByCardholderAsync(
        IReadOnlyList<AccountId> accounts, IReadOnlyList<CardholderId> cardholders, DateTimeOffset since,
        CancellationToken cancellationToken)
    {
        var some = db.Authorizations
            .Where(a => cardholders.Contains(a.CardholderId) && a.CreatedAt >= since && a.Approved && accounts.Contains(a.AccountId));
        var sums = await Taken(some).GroupBy(t => new { t.CardholderId, t.Currency })
            .Select(group => new { group.Key.CardholderId, group.Key.Currency, Spent = group.Sum(t => t.Spent) })
            .ToListAsync(cancellationToken);
        return sums.ToDictionary(s => (s.CardholderId, s.Currency), s => s.Spent);
    }

    public async Task<IReadOnlyList<CardShare>> ListSharesAsync(
        IReadOnlyList<CardholderId> cardholders, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var sums = await Taken(Visible(new PurchaseQuery(null, cardholders)).Where(a => a.CreatedAt >= since && a.Approved))
            .GroupBy(t => new { t.CardId, t.Category, t.Currency })
            .Select(group => new
            {
                group.Key.CardId,
                group.Key.Category,
                group.Key.Currency,
                Spent = group.Sum(t => t.Spent),
                Count = group.Count(),
            })
            .ToListAsync(cancellationToken);
        var ids = sums.Select(s => s.CardId).Distinct().ToList();
        var titles = await (
            from card in db.Cards
            where ids.Contains(card.Id)
            from label in db.CardLabels.Where(l => l.CardId == card.Id).DefaultIfEmpty()
            select new { card.Id, card.Last4, Name = label == null ? "" : label.Name }).ToDictionaryAsync(
                c => c.Id, c => CardLabel.ShortTitle(c.Name, c.Last4), cancellationToken);
        return
        [
            .. sums.Select(s => new CardShare(s.CardId, titles[s.CardId], s.Category, new Money(s.Spent, s.Currency), s.Count)),
        ];
    }

    public async IAsyncEnumerable<PurchaseRow> ListAsync(
        PurchaseQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await LookUpAsync(query, cancellationToken);
        await foreach (var row in Shown(Matching(query)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }

    public Task<PurchaseRow?> FindAsync(AuthorizationId id, CancellationToken cancellationToken) =>
        Shown(db.Authorizations.Where(a => a.Id == id)).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<IssuingTransaction>> ListTransactionsAsync(
        AuthorizationId id, CancellationToken cancellationToken) =>
        await db.Transactions.Where(t => t.AuthorizationId == id).OrderBy(t => t.CreatedAt).ThenBy(t => t.Id)
            .ToListAsync(cancellationToken);

    /// <summary>
    /// The first of those that match, the latest first or the earliest. The index has the purchases of one account in order: of each
    /// account the first are taken, and of these the first; asked for together, all purchases of all accounts would be sorted.
    /// </summary>
    private IQueryable<Authorization> First(
        PurchaseQuery query, Func<IQueryable<Authorization>, IQueryable<Authorization>> part, int take, bool isBackwards = false)
    {
        if (query.Cardholders is not null || query.Accounts is not { Count: > 1 and <= MostApart } accounts)
            return Of(query);
        return Ordered(accounts.Select(account => Of(query with { Accounts = [account] })).Aggregate((all, one) => all.Concat(one)))
            .Take(take);

        IQueryable<Authorization> Of(PurchaseQuery some) => Ordered(part(Matching(some))).Take(take);

        IQueryable<Authorization> Ordered(IQueryable<Authorization> rows) => isBackwards
            ? rows.OrderBy(a => a.CreatedAt).ThenBy(a => a.Id)
            : rows.OrderByDescending(a => a.CreatedAt).ThenByDescending(a => a.Id);
    }

    /// <summary>
    /// What each of them took if it was approved, less what was given back: as the domain says, in the database's own words.
    /// </summary>
    private static IQueryable<Taking> Taken(IQueryable<Authorization> purchases) => purchases.Select(a => new Taking
    {
        CardId = a.CardId,
        CardholderId = a.CardholderId,
        Category = a.Category,
        Currency = a.Amount.Currency,
        Approved = a.Approved,
        Spent = (a.CapturedMinor == null ? a.Amount.Minor
            : a.Status == AuthorizationStatus.Pending && a.Amount.Minor > a.CapturedMinor ? a.Amount.Minor
            : a.CapturedMinor.Value) - a.RefundedMinor,
    });

    /// <summary>What the person may see. A purchase whose card is not known here yet is not shown; nor may it count.</summary>
    private IQueryable<Authorization> Visible(PurchaseQuery query)
    {
        var rows = db.Authorizations.Where(a => db.Cards.Any(c => c.Id == a.CardId));
        if (query.Accounts is [var one])
            rows = rows.Where(a => a.AccountId == one);
        else if (query.Accounts is { } accounts)
            rows = rows.Where(a => accounts.Contains(a.AccountId));
        if (query.Cardholders is [var holder])
            rows = rows.Where(a => a.CardholderId == holder);
        else if (query.Cardholders is { } holders)
            rows = rows.Where(a => holders.Contains(a.CardholderId));
        return rows;
    }

    private IQueryable<Authorization> Matching(PurchaseQuery query)
    {
        var rows = Visible(query);
        if (query.Card is { } card)
            rows = rows.Where(a => a.CardId == card);
        if (query.Last4 is not null)
            rows = rows.Where(a => _ending!.Contains(a.CardId));
        if (query.From is { } from)
            rows = rows.Where(a => a.CreatedAt >= from);
        if (query.To is { } to)
            rows = rows.Where(a => a.CreatedAt < to);
        if (query.Category is { } category)
            rows = rows.Where(a => a.Category == category);
        if (query.Country is { } country)
            rows = rows.Where(a => a.Country == country);
        rows = query.State switch
        {
            PurchaseState.Approved => rows.Where(a => a.Approved),
            PurchaseState.Declined => rows.Where(a => !a.Approved),
            PurchaseState.Pending => rows.Where(a => a.Approved && a.Status == AuthorizationStatus.Pending),
            PurchaseState.Returned => rows.Where(a => a.Approved
                && (a.RefundedMinor > 0 || a.Status == AuthorizationStatus.Reversed || a.Status == AuthorizationStatus.Expired)),
            _ => rows,
        };
        return query.Text is { } text ? Containing(rows, text) : rows;
    }

    private IQueryable<Authorization> Containing(IQueryable<Authorization> rows, string text)
    {
        var (asTyped, lower) = LikePattern.Containing(text);
        // In the minor unit of each currency. A comma groups thousands only, as where amounts are typed.
        var typed = text.Trim('$', '€', '£', ' ');
        var hasAmount = decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture,
            out var units) && units < Money.MaxMinor && !DecimalComma().IsMatch(typed);
        long Minor(int decimals) => hasAmount && units * (decimal)Math.Pow(10, decimals) is var minor && decimal.IsInteger(minor)
            ? (long)minor
            : -1;
        var (none, two, three) = (Minor(0), Minor(2), Minor(3));
        var (without, withThree) = (Currency.WithDecimals(0), Currency.WithDecimals(3));
        var (_, cards, memos) = _found!.Value;
        // Where the text is in the names of very many cards, each purchase is looked at; a page of them is soon full.
        var named = cards is null ? NamedBy(text).Select(c => c.Id) : db.Cards.Where(c => cards.Contains(c.Id)).Select(c => c.Id);
        return rows.Where(a =>
            EF.Functions.Like(a.Merchant.ToLower(), lower, "\\") || EF.Functions.Like(a.Merchant, asTyped, "\\")
            || (hasAmount && (without.Contains(a.Amount.Currency) ? a.AskedMinor == none || a.CapturedMinor == none
                : withThree.Contains(a.Amount.Currency) ? a.AskedMinor == three || a.CapturedMinor == three
                : a.AskedMinor == two || a.CapturedMinor == two))
            || named.Contains(a.CardId) || memos.Contains(a.Id));
    }

    private IQueryable<Card> NamedBy(string text)
    {
        var (asTyped, lower) = LikePattern.Containing(text);
        return db.Cards.Where(c => c.Last4 == text || EF.Functions.Like(c.CardholderName.ToLower(), lower, "\\")
            || EF.Functions.Like(c.CardholderName, asTyped, "\\")
            || db.CardLabels.Any(l => l.CardId == c.Id
                && (EF.Functions.Like(l.Name.ToLower(), lower, "\\") || EF.Functions.Like(l.Name, asTyped, "\\"))));
    }

    /// <summary>
    /// Looks up, once for a query, the cards and the memos that its text is in: asked for beside each of a million purchases, they would be
    /// looked at a million times.
    /// </summary>
    private async Task LookUpAsync(PurchaseQuery query, CancellationToken cancellationToken)
    {
        var own = db.Cards.AsQueryable();
        if (query.Accounts is { } accounts)
            own = own.Where(c => accounts.Contains(c.AccountId));
        if (query.Cardholders is { } holders)
            own = own.Where(c => holders.Contains(c.CardholderId));
        if (query.Last4 is { } last4)
            _ending ??= await own.Where(c => c.Last4 == last4).OrderBy(c => c.Id).Select(c => c.Id).Take(NamesAtMost)
                .ToListAsync(cancellationToken);
        if (query.Text is not { } text || _found?.Text == text)
            return;
        var (asTyped, lower) = LikePattern.Containing(text);
        var cards = await NamedBy(text).Where(c => own.Any(o => o.Id == c.Id)).OrderBy(c => c.Id).Select(c => c.Id).Take(NamesAtMost + 1)
            .ToListAsync(cancellationToken);
        // A memo belongs to a purchase of anybody; what the person may see is asked with the purchases.
        var memos = await db.PurchaseMemos
            .Where(m => EF.Functions.Like(m.Text.ToLower(), lower, "\\") || EF.Functions.Like(m.Text, asTyped, "\\"))
            .Where(m => db.Authorizations.Any(a => a.Id == m.AuthorizationId && own.Any(c => c.Id == a.CardId)))
            .OrderBy(m => m.AuthorizationId).Select(m => m.AuthorizationId).Take(MemosAtMost).ToListAsync(cancellationToken);
        _found = (text, cards.Count > NamesAtMost ? null : cards, memos);
    }

    [GeneratedRegex(",(?![0-9]{3})", RegexOptions.CultureInvariant, 100)]
    private static partial Regex DecimalComma();

    private IQueryable<PurchaseRow> Shown(IQueryable<Authorization> rows) =>
        from purchase in rows
        join card in db.Cards on purchase.CardId equals card.Id
        join account in db.Accounts on purchase.AccountId equals account.Id
        from label in db.CardLabels.Where(l => l.CardId == card.Id).DefaultIfEmpty()
        from memo in db.PurchaseMemos.Where(m => m.AuthorizationId == purchase.Id).DefaultIfEmpty()
        orderby purchase.CreatedAt descending, purchase.Id descending
        select new PurchaseRow(purchase, card, label, card.CardholderName, account.Name, memo == null ? null : memo.Text);

    /// <summary>What a purchase took of its card.</summary>
    private sealed class Taking
    {
        public required CardId CardId { get; init; }

        public required CardholderId CardholderId { get; init; }

        public required string Category { get; init; }

        public required Currency Currency { get; init; }

        public required bool Approved { get; init; }

        public required long Spent { get; init; }
    }
}
