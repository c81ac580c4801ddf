using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.SpendControls;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

internal sealed class PurchaseHistoryReader(IssuingDbContext db) : IPurchaseHistoryReader
{
    // Nobody replaces a card more often; a chain that bites its tail must end as well.
    private const int LongestChain = 20;

    // A merchant has the same number in whatever is loaded within a scope.
    private readonly Dictionary<string, int> _merchants = new(StringComparer.Ordinal);

    private (PurchaseScope Scope, DateOnly Since, IReadOnlyList<PastPurchase> Purchases)? _read;

    public async Task<LoadedPurchases> LoadAsync(
        IReadOnlyCollection<CardId> cards, Currency currency, DateOnly since, CancellationToken cancellationToken)
    {
        var replacedBy = await ReplacedByAsync(cards, cancellationToken);
        CardId[] all = [.. cards, .. replacedBy.Keys];
        var rows = Judged(since, currency).Where(a => all.Contains(a.CardId))
            .OrderBy(a => a.CardId).ThenBy(a => a.CreatedAt).ThenBy(a => a.Id);
        var found = LoadedRows(rows).AsAsyncEnumerable();
        // The purchases with a replaced card stand among those with its replacement.
        if (replacedBy.Count > 0)
            found = found.Select(r => r with { Row = r.Row with { CardId = replacedBy.GetValueOrDefault(r.Row.CardId, r.Row.CardId) } })
                .OrderBy(r => r.Row.CardId.Value, StringComparer.Ordinal).ThenBy(r => r.Row.CreatedAt);
        return await CollectAsync(found, currency, r => r.Row.CardId.Value, isShared: false, cancellationToken);
    }

    public async Task<LoadedPurchases> LoadSharedAsync(
        IReadOnlyCollection<CardholderId> cardholders, IReadOnlyCollection<CardId> cards, Currency currency, DateOnly since,
        CancellationToken cancellationToken)
    {
        var replacedBy = await ReplacedByAsync(cards, cancellationToken);
        var rows = Judged(since, currency).Where(a => cardholders.Contains(a.CardholderId))
            .OrderBy(a => a.CardholderId).ThenBy(a => a.CreatedAt).ThenBy(a => a.Id);
        var found = LoadedRows(rows).AsAsyncEnumerable()
            .Select(r => r with { Row = r.Row with { CardId = replacedBy.GetValueOrDefault(r.Row.CardId, r.Row.CardId) } });
        return await CollectAsync(found, currency, r => r.Cardholder.Value, isShared: true, cancellationToken);
    }

    public async Task<int> CountInOtherCurrenciesAsync(
        IReadOnlyCollection<CardId> cards, Currency currency, DateOnly since, CancellationToken cancellationToken)
    {
        var start = StartOf(since);
        CardId[] all = [.. cards, .. (await ReplacedByAsync(cards, cancellationToken)).Keys];
        return await db.Authorizations.CountAsync(
            a => all.Contains(a.CardId) && a.CreatedAt >= start && a.Amount.Currency != currency
                && (a.Approved || a.Reason == AuthorizationReasons.SpendingControls),
            cancellationToken);
    }

    private async Task<LoadedPurchases> CollectAsync(
        IAsyncEnumerable<Loaded> rows, Currency currency, Func<Loaded, string> groupOf, bool isShared,
        CancellationToken cancellationToken)
    {
        var history = new PurchaseHistory(currency);
        var (groups, cardOf, ids, merchantOf) = (new List<CardId>(), new List<CardId>(), new List<AuthorizationId>(), new List<int>());
        string? group = null;
        await foreach (var loaded in rows.WithCancellation(cancellationToken))
        {
            var row = loaded.Row;
            if (groupOf(loaded) != group)
            {
                group = groupOf(loaded);
                groups.Add(row.CardId);
                history.NextCard();
            }

            if (isShared)
                cardOf.Add(row.CardId);
            ids.Add(row.Id);
            if (!_merchants.TryGetValue(loaded.Merchant, out var merchant))
                _merchants[loaded.Merchant] = merchant = _merchants.Count;
            merchantOf.Add(merchant);
            history.Add(
                new Money(row.Asked, currency), DateOnly.FromDateTime(row.CreatedAt.UtcDateTime), row.Kind,
                new Money(loaded.Approved ? row.Spent : row.Asked, currency), !loaded.Approved);
        }

        return new LoadedPurchases(history, groups, cardOf, ids, merchantOf);
    }

    public async Task<IReadOnlyList<PastPurchase>> ListAsync(PurchaseScope scope, DateOnly since, CancellationToken cancellationToken)
    {
        if (_read is { } read && read.Scope == scope && read.Since <= since)
            return [.. read.Purchases.Where(p => p.Day >= since)];

        var rows = Approved(since).Where(a => a.Amount.Currency == scope.Currency || a.Amount.Currency == scope.SharedCurrency);
        var chain = scope.Replaced is null ? null : ChainOf(scope.Card);
        if (scope.Cardholder is { } cardholder)
            rows = rows.Where(a => a.CardholderId == cardholder);
        else if (chain is null)
            rows = rows.Where(a => a.CardId == scope.Card);
        else
            rows = rows.Where(a => a.CardId == scope.Card || chain.Contains((string)(object)a.CardId));
        var found = await Rows(rows.OrderBy(a => a.CreatedAt).ThenBy(a => a.Id), chain).ToListAsync(cancellationToken);
        List<PastPurchase> purchases =
        [
            .. found.Select(r => new PastPurchase(
                r.Id, r.IsOfChain ? scope.Card : r.CardId, new Money(r.Asked, r.Currency), new Money(r.Spent, r.Currency),
                r.CreatedAt, r.Kind)),
        ];
        _read = (scope, since, purchases);
        return purchases;
    }

    public async Task<IReadOnlyList<PurchaseSummary>> GetByIdsAsync(IReadOnlyList<AuthorizationId> ids, CancellationToken cancellationToken)
    {
        var found = await db.Authorizations.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        return [.. ids.Select(id => found[id]).Select(a => new PurchaseSummary(a.Id, a.Merchant, a.Asked, a.Day))];
    }

    /// <summary>The ids of the cards that this one replaced, and that they replaced in turn, as a part of another statement.</summary>
    private IQueryable<string> ChainOf(CardId card) => db.Database.SqlQuery<string>(
        $"""
        WITH RECURSIVE chain("Value", depth) AS (
            SELECT "ReplacementFor", 1 FROM "Cards" WHERE "Id" = {card.Value} AND "ReplacementFor" IS NOT NULL
            UNION ALL
            SELECT c."ReplacementFor", chain.depth + 1 FROM "Cards" AS c JOIN chain ON c."Id" = chain."Value"
            WHERE c."ReplacementFor" IS NOT NULL AND chain.depth < {LongestChain})
        SELECT "Value" FROM chain
        """);

    /// <summary>The cards that these replaced, and those that they replaced in turn, each with the one asked about.</summary>
    private async Task<Dictionary<CardId, CardId>> ReplacedByAsync(
        IReadOnlyCollection<CardId> cards, CancellationToken cancellationToken)
    {
        var replacedBy = new Dictionary<CardId, CardId>();
        var asked = cards.ToHashSet();
        IReadOnlyCollection<CardId> at = asked;
        for (var step = 0; at.Count > 0 && step < LongestChain; step++)
        {
            var links = await db.Cards.Where(c => at.Contains(c.Id) && c.ReplacementFor != null)
                .Select(c => new { c.Id, Replaced = c.ReplacementFor!.Value }).ToListAsync(cancellationToken);
            // One that is asked about itself keeps its purchases.
            at = [.. links.Where(l => !asked.Contains(l.Replaced)
                && replacedBy.TryAdd(l.Replaced, replacedBy.GetValueOrDefault(l.Id, l.Id))).Select(l => l.Replaced)];
        }

        return replacedBy;
    }

    private static IQueryable<Row> Rows(IQueryable<Authorization> authorizations, IQueryable<string>? chain = null)
    {
        var marked = chain is null
            ? authorizations.Select(a => new { A = a, IsOfChain = false })
            : authorizations.Select(a => new { A = a, IsOfChain = chain.Contains((string)(object)a.CardId) });
        return marked.Select(m => new Row(
            m.A.Id, m.A.CardId, m.IsOfChain, m.A.CreatedAt, m.A.Category, m.A.Country, m.A.CardPresent, m.A.Status, m.A.AskedMinor,
            m.A.Amount.Minor, m.A.Amount.Currency, m.A.CapturedMinor));
    }

    private IQueryable<Authorization> Approved(DateOnly since)
    {
        var start = StartOf(since);
        return db.Authorizations.Where(a => a.Approved && a.CreatedAt >= start);
    }

    /// <summary>What other controls might judge otherwise: what was approved, and what controls declined.</summary>
    private IQueryable<Authorization> Judged(DateOnly since, Currency currency)
    {
        var start = StartOf(since);
        return db.Authorizations.Where(a => a.CreatedAt >= start && a.Amount.Currency == currency
            && (a.Approved || a.Reason == AuthorizationReasons.SpendingControls));
    }

    // A limit for all time reaches back before there were cards.
    private static DateTimeOffset StartOf(DateOnly day) =>
        new(day < DateOnly.FromDayNumber(720_000) ? DateTime.UnixEpoch : day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static IQueryable<Loaded> LoadedRows(IQueryable<Authorization> rows) => rows.Select(a => new Loaded(
        new Row(
            a.Id, a.CardId, false, a.CreatedAt, a.Category, a.Country, a.CardPresent, a.Status, a.AskedMinor, a.Amount.Minor,
            a.Amount.Currency, a.CapturedMinor),
        a.CardholderId, a.Merchant, a.Approved));

    private sealed record Loaded(Row Row, CardholderId Cardholder, string Merchant, bool Approved);

    /// <param name="IsOfChain">Whether it was made with a card that the one asked about replaced.</param>
    private sealed record Row(
        AuthorizationId Id, CardId CardId, bool IsOfChain, DateTimeOffset CreatedAt, string Category, string Country, bool CardPresent,
        AuthorizationStatus Status, long Asked, long Held, Currency Currency, long? Captured)
    {
        public PurchaseKind Kind => new(Category, Country, CardPresent ? "present" : "not_present");

        public long Spent => Authorization.SpentOf(Status, Held, Captured);
    }
}
