using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Authorizations;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

internal sealed class SpendStore(IssuingDbContext db, IUnitOfWork unitOfWork) : ISpendStore
{
    // A transaction that sums up a year would hold up everybody who buys something.
    private const int DaysAtOnce = 10;

    private const int DaysInPassing = 60;

    public async Task<IReadOnlyList<DailySpend>> ListDaysAsync(
        IReadOnlyList<AccountId> accounts, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        await Of(accounts, SpendDimension.Total, from, to).OrderBy(s => s.Day).ToListAsync(cancellationToken);

    public async Task<PurchaseTotals?> FindSumAsync(IReadOnlyList<AccountId> accounts, CancellationToken cancellationToken)
    {
        // Somebody waits for it: after an import, several questions share the work.
        var stale = await db.StaleSpendDays.Where(d => accounts.Contains(d.AccountId)).OrderByDescending(d => d.Day)
            .ThenBy(d => d.AccountId).Take(DaysInPassing + 1).ToListAsync(cancellationToken);
        await SumUpAsync([.. stale.Take(DaysInPassing)], cancellationToken);
        if (stale.Count > DaysInPassing)
            return null;
        var sums = await Of(accounts, SpendDimension.Total, DateOnly.MinValue, DateOnly.MaxValue).GroupBy(s => s.Currency)
            .Select(g => new
            {
                Currency = g.Key,
                Spent = g.Sum(s => s.AmountMinor),
                Purchases = g.Sum(s => s.Purchases),
                Declined = g.Sum(s => s.Declined),
            })
            .ToListAsync(cancellationToken);
        return new PurchaseTotals(
            sums.Sum(s => s.Purchases + s.Declined), sums.Sum(s => s.Declined),
            [.. sums.Where(s => s.Purchases > 0).Select(s => new Money(s.Spent, s.Currency)).OrderBy(m => m.Currency.Code)], IsCut: false);
    }

    public async Task<IReadOnlyList<SpendShare>> ListTopAsync(
        IReadOnlyList<AccountId> accounts, SpendDimension dimension, Currency currency, DateOnly from, DateOnly to, int take,
        CancellationToken cancellationToken)
    {
        var top = await Of(accounts, dimension, from, to).Where(s => s.Currency == currency && s.AmountMinor != 0)
            .GroupBy(s => s.Key)
            .Select(g => new { g.Key, Amount = g.Sum(s => s.AmountMinor), Purchases = g.Sum(s => s.Purchases) })
            .OrderByDescending(s => s.Amount).ThenBy(s => s.Key).Take(take).ToListAsync(cancellationToken);
        var names = new Dictionary<CardholderId, string>();
        if (dimension == SpendDimension.Cardholder)
        {
            var ids = top.Select(t => CardholderId.Parse(t.Key)).ToList();
            names = await db.Cardholders.Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => h.Name, cancellationToken);
        }

        return
        [
            .. top.Select(t => new SpendShare(
                t.Key,
                dimension == SpendDimension.Cardholder ? names.GetValueOrDefault(CardholderId.Parse(t.Key), t.Key) : t.Key,
                new Money(t.Amount, currency), t.Purchases)),
        ];
    }

    public async Task SumUpAsync(
        IReadOnlyList<AccountId> accounts, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        // Read once: while purchases come in, there is always a day that has changed.
        var stale = await db.StaleSpendDays.Where(d => accounts.Contains(d.AccountId) && d.Day >= from && d.Day <= to)
            .OrderBy(d => d.AccountId).ThenBy(d => d.Day).ToListAsync(cancellationToken);
        await SumUpAsync(stale, cancellationToken);
    }

    public async Task<int> RebuildAsync(CancellationToken cancellationToken)
    {
        // Day by day, so that whoever is stopped on the way has lost nothing.
        var days = new List<StaleSpendDay>();
        foreach (var account in await db.Accounts.Select(a => a.Id).ToListAsync(cancellationToken))
        {
            var purchases = db.Authorizations.Where(a => a.AccountId == account);
            var first = await purchases.MinAsync(a => (DateTimeOffset?)a.CreatedAt, cancellationToken);
            var last = await purchases.MaxAsync(a => (DateTimeOffset?)a.CreatedAt, cancellationToken);
            // A day that has sums and no purchase any more is summed up too: to nothing.
            var summed = await db.DailySpend.Where(s => s.AccountId == account && s.Dimension == SpendDimension.Total)
                .Select(s => s.Day).Distinct().ToListAsync(cancellationToken);
            var all = summed.ToHashSet();
            for (var day = DayOf(first); day <= DayOf(last); day = day?.AddDays(1))
                all.Add(day.Value);
            days.AddRange(all.Order().Select(day => new StaleSpendDay(account, day)));
        }

        await SumUpAsync(days, cancellationToken);
        return days.Count;

        static DateOnly? DayOf(DateTimeOffset? moment) => moment is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null;
    }

    private async Task SumUpAsync(IReadOnlyList<StaleSpendDay> days, CancellationToken cancellationToken)
    {
        foreach (var some in days.Chunk(DaysAtOnce))
            await unitOfWork.ExecuteAsync(
                async () =>
                {
                    foreach (var day in some)
                        await SumUpAsync(day, cancellationToken);
                },
                cancellationToken);
    }

    /// <summary>
    /// The mark goes in the same transaction as the sums come: whoever changes a purchase of the day meanwhile runs before or after it.
    /// </summary>
    private async Task SumUpAsync(StaleSpendDay stale, CancellationToken cancellationToken)
    {
        var (account, day) = stale;
        await db.StaleSpendDays.Where(d => d.AccountId == account && d.Day == day).ExecuteDeleteAsync(cancellationToken);
        var start = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds();
        var end = start + (24 * 60 * 60);
        foreach (var (dimension, column) in Columns)
        {
            await db.DailySpend.Where(s => s.AccountId == account && s.Dimension == dimension && s.Day == day)
                .ExecuteDeleteAsync(cancellationToken);
            var (key, groups) = column is null ? ("''", "") : ($"\"{column}\"", $", \"{column}\"");
            // What a purchase takes of a limit, as the domain says it, less what was given back.
            var sql = $$"""
                INSERT INTO "DailySpend" ("AccountId", "Dimension", "Day", "Currency", "Key", "Amount", "Purchases", "Declined")
                SELECT "AccountId", {0}, {1}, "Currency", {{key}},
                    SUM(CASE WHEN NOT "Approved" THEN 0
                        WHEN "Captured" IS NULL THEN "Amount" - "Refunded"
                        WHEN "Status" = 'Pending' AND "Amount" > "Captured" THEN "Amount" - "Refunded"
                        ELSE "Captured" - "Refunded" END),
                    SUM(CASE WHEN "Approved" THEN 1 ELSE 0 END), SUM(CASE WHEN "Approved" THEN 0 ELSE 1 END)
                FROM "Authorizations" WHERE "AccountId" = {2} AND "CreatedAt" >= {3} AND "CreatedAt" < {4}
                GROUP BY "AccountId", "Currency"{{groups}}
                """;
            await db.Database.ExecuteSqlRawAsync(
                sql, [dimension.ToString(), day, account.Value, start, end], cancellationToken);
        }
    }

    private static readonly (SpendDimension Dimension, string? Column)[] Columns =
    [
        (SpendDimension.Total, null), (SpendDimension.Category, nameof(Authorization.Category)),
        (SpendDimension.Merchant, nameof(Authorization.Merchant)), (SpendDimension.Cardholder, nameof(Authorization.CardholderId)),
    ];

    private IQueryable<DailySpend> Of(IReadOnlyList<AccountId> accounts, SpendDimension dimension, DateOnly from, DateOnly to) =>
        accounts is [var one]
            ? db.DailySpend.Where(s => s.AccountId == one && s.Dimension == dimension && s.Day >= from && s.Day <= to)
            : db.DailySpend.Where(s => accounts.Contains(s.AccountId) && s.Dimension == dimension && s.Day >= from && s.Day <= to);
}
