using System.Globalization;
using System.Runtime.CompilerServices;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Common.Validation;
using CleanIssuing.Domain.Authorizations;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

internal sealed class PurchaseSearch(IssuingDbContext db) : IPurchaseSearch
{
    public async Task<IReadOnlyList<PurchaseRow>> PageAsync(
        PurchaseQuery query, AuthorizationId? before, AuthorizationId? after, int take, CancellationToken cancellationToken)
    {
        var matching = Matching(query);
        if ((before ?? after) is not { } cursor)
            return await Shown(Latest(matching).Take(take)).ToListAsync(cancellationToken);

        // Looked up in the list itself, so that nothing is learnt of other purchases.
        var found = await matching.Where(a => a.Id == cursor).Select(a => new { a.CreatedAt }).FirstOrDefaultAsync(cancellationToken)
            ?? throw InvalidReason.Cursor.For(before is null ? "after" : "before");
        var at = found.CreatedAt;
        if (before is not null)
            return await Shown(Latest(matching.Where(a => a.CreatedAt <= at && (a.CreatedAt < at || a.Id < cursor))).Take(take))
                .ToListAsync(cancellationToken);
        var later = matching.Where(a => a.CreatedAt >= at && (a.CreatedAt > at || a.Id > cursor))
            .OrderBy(a => a.CreatedAt).ThenBy(a => a.Id).Take(take);
        return await Shown(later).ToListAsync(cancellationToken);
    }

    public async Task<PurchaseTotals> SumAsync(PurchaseQuery query, CancellationToken cancellationToken)
    {
        var some = Latest(Matching(query)).Select(a => new
        {
            a.Approved,
            a.Status,
            Captured = a.CapturedMinor,
            Refunded = a.RefundedMinor,
            Held = a.Amount.Minor,
            a.Amount.Currency,
        })
            .Take(PurchaseTotals.AtMost + 1);
        var sums = await some.GroupBy(a => a.Currency).Select(group => new
        {
            Currency = group.Key,
            Count = group.Count(),
            Declined = group.Sum(a => a.Approved ? 0 : 1),
            // As the domain says what a purchase takes; here in the database's own words.
            Spent = group.Sum(a => !a.Approved ? 0
                : (a.Captured == null ? a.Held
                    : a.Status == AuthorizationStatus.Pending && a.Held > a.Captured ? a.Held
                    : a.Captured.Value) - a.Refunded),
        }).ToListAsync(cancellationToken);
        return new PurchaseTotals(
            sums.Sum(s => s.Count), sums.Sum(s => s.Declined),
            [.. sums.Where(s => s.Count > s.Declined).Select(s => new Money(s.Spent, s.Currency)).OrderBy(m => m.Currency.Code)]);
    }

    public async IAsyncEnumerable<PurchaseRow> ListAsync(
        PurchaseQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in Shown(Latest(Matching(query))).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }

    public Task<PurchaseRow?> FindAsync(AuthorizationId id, CancellationToken cancellationToken) =>
        Shown(db.Authorizations.Where(a => a.Id == id)).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<IssuingTransaction>> ListTransactionsAsync(
        AuthorizationId id, CancellationToken cancellationToken) =>
        await db.Transactions.Where(t => t.AuthorizationId == id).OrderBy(t => t.CreatedAt).ThenBy(t => t.Id)
            .ToListAsync(cancellationToken);

    private IQueryable<Authorization> Matching(PurchaseQuery query)
    {
        IQueryable<Authorization> rows = db.Authorizations;
        if (query.Accounts is [var one])
            rows = rows.Where(a => a.AccountId == one);
        else if (query.Accounts is { } accounts)
            rows = rows.Where(a => accounts.Contains(a.AccountId));
        if (query.Cardholders is [var holder])
            rows = rows.Where(a => a.CardholderId == holder);
        else if (query.Cardholders is { } holders)
            rows = rows.Where(a => holders.Contains(a.CardholderId));
        if (query.Card is { } card)
            rows = rows.Where(a => a.CardId == card);
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
        // The amount in the minor units of currencies with two decimals, with none and with three.
        var amounts = decimal.TryParse(text.Trim('$', '€', '£'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture, out var units) && units < Money.MaxMinor
            ? new[] { units * 100, units, units * 1000 }.Where(decimal.IsInteger).Select(m => (long)m).Distinct().ToArray()
            : [];
        return rows.Where(a =>
            EF.Functions.Like(a.Merchant.ToLower(), lower, "\\") || EF.Functions.Like(a.Merchant, asTyped, "\\")
            || amounts.Contains(a.AskedMinor) || amounts.Contains(a.CapturedMinor ?? -1)
            || db.Cards.Any(c => c.Id == a.CardId
                && (c.Last4 == text || EF.Functions.Like(c.CardholderName.ToLower(), lower, "\\")
                    || EF.Functions.Like(c.CardholderName, asTyped, "\\")))
            || db.CardLabels.Any(l => l.CardId == a.CardId && EF.Functions.Like(l.Name.ToLower(), lower, "\\"))
            || db.PurchaseMemos.Any(m => m.AuthorizationId == a.Id && EF.Functions.Like(m.Text.ToLower(), lower, "\\")));
    }

    private static IQueryable<Authorization> Latest(IQueryable<Authorization> rows) =>
        rows.OrderByDescending(a => a.CreatedAt).ThenByDescending(a => a.Id);

    private IQueryable<PurchaseRow> Shown(IQueryable<Authorization> rows) =>
        from purchase in rows
        join card in db.Cards on purchase.CardId equals card.Id
        join account in db.Accounts on purchase.AccountId equals account.Id
        from label in db.CardLabels.Where(l => l.CardId == card.Id).DefaultIfEmpty()
        from memo in db.PurchaseMemos.Where(m => m.AuthorizationId == purchase.Id).DefaultIfEmpty()
        orderby purchase.CreatedAt descending, purchase.Id descending
        select new PurchaseRow(purchase, card, label, card.CardholderName, account.Name, memo == null ? null : memo.Text);
}
