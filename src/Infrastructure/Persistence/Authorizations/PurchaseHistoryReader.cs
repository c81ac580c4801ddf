using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.SpendControls;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

internal sealed class PurchaseHistoryReader(IssuingDbContext db) : IPurchaseHistoryReader
{
    private (PurchaseScope Scope, DateOnly Since, IReadOnlyList<PastPurchase> Purchases)? _read;

    public async Task<LoadedPurchases> LoadAsync(
        IReadOnlyCollection<CardId> cards, Currency currency, DateOnly since, CancellationToken cancellationToken)
    {
        var history = new PurchaseHistory(currency);
        var numbered = new List<CardId>();
        var ids = new List<AuthorizationId>();
        var rows = Approved(currency, since).Where(a => cards.Contains(a.CardId))
            .OrderBy(a => a.CardId).ThenBy(a => a.CreatedAt).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.CardId, a.Amount.Minor, a.CreatedAt, a.Category, a.Country, a.CardPresent });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (numbered.Count == 0 || numbered[^1] != row.CardId)
            {
                numbered.Add(row.CardId);
                history.NextCard();
            }

            ids.Add(row.Id);
            history.Add(
                new Money(row.Minor, currency), DateOnly.FromDateTime(row.CreatedAt.UtcDateTime),
                Kind(row.Category, row.Country, row.CardPresent));
        }

        return new LoadedPurchases(history, numbered, ids);
    }

    public async Task<IReadOnlyList<PastPurchase>> ListAsync(PurchaseScope scope, DateOnly since, CancellationToken cancellationToken)
    {
        if (_read is { } read && read.Scope == scope && read.Since <= since)
            return [.. read.Purchases.Where(p => p.Day >= since)];

        var rows = Approved(scope.Currency, since);
        rows = scope.Cardholder is { } cardholder ? rows.Where(a => a.CardholderId == cardholder) : rows.Where(a => a.CardId == scope.Card);
        var found = await rows.OrderBy(a => a.CreatedAt).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.CardId, a.Amount.Minor, a.CreatedAt, a.Category, a.Country, a.CardPresent })
            .ToListAsync(cancellationToken);
        List<PastPurchase> purchases =
        [
            .. found.Select(a => new PastPurchase(
                a.Id, a.CardId, new Money(a.Minor, scope.Currency), a.CreatedAt, Kind(a.Category, a.Country, a.CardPresent))),
        ];
        _read = (scope, since, purchases);
        return purchases;
    }

    public async Task<IReadOnlyList<PurchaseSummary>> GetByIdsAsync(IReadOnlyList<AuthorizationId> ids, CancellationToken cancellationToken)
    {
        var found = await db.Authorizations.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        return [.. ids.Select(id => found[id]).Select(a => new PurchaseSummary(a.Id, a.Merchant, a.Amount, a.Day))];
    }

    private IQueryable<Authorization> Approved(Currency currency, DateOnly since)
    {
        // A limit for all time reaches back before there were cards.
        var start = new DateTimeOffset(
            since < DateOnly.FromDayNumber(720_000) ? DateTime.UnixEpoch : since.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return db.Authorizations.Where(a => a.Approved && a.CreatedAt >= start && a.Amount.Currency == currency);
    }

    private static PurchaseKind Kind(string category, string country, bool cardPresent) =>
        new(category, country, cardPresent ? "present" : "not_present");
}
