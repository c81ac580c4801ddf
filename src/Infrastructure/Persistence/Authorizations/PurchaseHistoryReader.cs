using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SpendControls;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Stores;

internal sealed class PurchaseReader(IssuingDbContext db) : IPurchaseReader
{
    public Task<LoadedHistory> HistoryAsync(IReadOnlyCollection<CardId> cards, DateOnly since, CancellationToken cancellationToken) =>
        LoadAsync(Approved(since).Where(a => cards.Contains(a.CardId)), cardByCard: true, cancellationToken);

    public Task<LoadedHistory> BeforeAsync(Authorization purchase, DateOnly since, CancellationToken cancellationToken) =>
        LoadAsync(Until(Approved(since).Where(a => a.CardId == purchase.CardId), purchase), cardByCard: true, cancellationToken);

    public Task<LoadedHistory> OfCardholderAsync(
        CardholderId cardholder, DateOnly since, Authorization? before, CancellationToken cancellationToken)
    {
        var rows = Approved(since).Where(a => a.CardholderId == cardholder);
        return LoadAsync(before is null ? rows : Until(rows, before), cardByCard: false, cancellationToken);
    }

    public async Task<IReadOnlyList<Authorization>> ThoseAsync(IReadOnlyList<AuthorizationId> ids, CancellationToken cancellationToken)
    {
        var found = await db.Authorizations.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        return [.. ids.Select(id => found[id])];
    }

    public async Task<IReadOnlyList<Authorization>> LatestAsync(CardId card, AuthorizationId? before, int take, CancellationToken cancellationToken)
    {
        var rows = db.Authorizations.Where(a => a.CardId == card);
        if (before is { } last && await db.Authorizations.FirstOrDefaultAsync(a => a.Id == last && a.CardId == card, cancellationToken) is { } cursor)
            rows = rows.Where(a => a.CreatedAt < cursor.CreatedAt || (a.CreatedAt == cursor.CreatedAt && a.Id < last));
        return await rows.OrderByDescending(a => a.CreatedAt).ThenByDescending(a => a.Id).Take(take).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<IssuingTransaction>> TransactionsOfAsync(IReadOnlyList<AuthorizationId> ids, CancellationToken cancellationToken)
    {
        AuthorizationId?[] wanted = [.. ids];
        return await db.Transactions.Where(t => wanted.Contains(t.AuthorizationId)).ToListAsync(cancellationToken);
    }

    public Task<bool> IsCompleteAsync(CancellationToken cancellationToken) =>
        db.ImportLists.AllAsync(l => l.Step != ImportStep.Authorizations || l.EverFinished, cancellationToken);

    private IQueryable<Authorization> Approved(DateOnly since)
    {
        // A limit for all time reaches back before there were cards.
        var start = new DateTimeOffset(since < DateOnly.FromDayNumber(720_000) ? DateTime.UnixEpoch : since.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return db.Authorizations.Where(a => a.Approved && a.CreatedAt >= start);
    }

    private static IQueryable<Authorization> Until(IQueryable<Authorization> rows, Authorization purchase) =>
        rows.Where(a => a.Id != purchase.Id && a.CreatedAt <= purchase.CreatedAt);

    private static async Task<LoadedHistory> LoadAsync(IQueryable<Authorization> rows, bool cardByCard, CancellationToken cancellationToken)
    {
        var ordered = cardByCard ? rows.OrderBy(a => a.CardId).ThenBy(a => a.CreatedAt).ThenBy(a => a.Id) : rows.OrderBy(a => a.CreatedAt).ThenBy(a => a.Id);
        var history = new PurchaseHistory();
        var cards = new List<CardId>();
        var ids = new List<AuthorizationId>();
        if (!cardByCard)
            history.NextCard();
        var columns = ordered.Select(a => new { a.Id, a.CardId, a.Amount, a.CreatedAt, a.Category, a.Country, a.CardPresent });
        await foreach (var row in columns.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (cardByCard && (cards.Count == 0 || cards[^1] != row.CardId))
            {
                cards.Add(row.CardId);
                history.NextCard();
            }

            ids.Add(row.Id);
            history.Add(
                row.Amount, DateOnly.FromDateTime(row.CreatedAt.UtcDateTime),
                new PurchaseKind(row.Category, row.Country, row.CardPresent ? "present" : "not_present"));
        }

        return new LoadedHistory(history, cards, ids);
    }
}
