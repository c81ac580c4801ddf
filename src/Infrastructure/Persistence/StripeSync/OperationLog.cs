using System.Text.Json;
using CleanIssuing.Application.Common;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Stores;

internal sealed class WriteJournal(IssuingDbContext db, TimeProvider time) : IWriteJournal
{
    private const int LooksAtMost = 100;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    public async Task<(OpenWrite Write, string? ResultBefore)> BeginAsync(WriteIntent intent, Actor actor, CancellationToken cancellationToken)
    {
        if (intent.RequestId is { } requestId)
        {
            var same = db.StripeWrites.Where(w =>
                w.RequestId == requestId && w.ActorId == actor.UserId && w.Kind == intent.Kind && w.Subject == intent.Subject);
            if (await EndedAsync(same, cancellationToken) is { } before)
            {
                if (before.Applied)
                    return (Open(before), before.Result ?? "");
                // It failed the first time, and is tried anew.
                await same.ExecuteDeleteAsync(cancellationToken);
            }
        }

        var row = new StripeWriteRow
        {
            Key = Guid.NewGuid(),
            Kind = intent.Kind,
            Subject = intent.Subject,
            AccountId = intent.Account,
            ActorId = actor.UserId,
            ActorName = actor.Name,
            RequestId = intent.RequestId,
            Intent = intent.Intent.GetRawText(),
            StartedAt = time.GetUtcNow(),
        };
        db.StripeWrites.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            // A second click that came at the same moment waits like any other.
            if (intent.RequestId is not null && await db.StripeWrites.AnyAsync(w => w.RequestId == intent.RequestId && w.ActorId == actor.UserId, cancellationToken))
                return await BeginAsync(intent, actor, cancellationToken);
            if (await IsOpenAsync(intent.Subject, cancellationToken))
                throw UnderWay();
            throw;
        }

        db.ChangeTracker.Clear();
        return (Open(row), null);
    }

    public Task EndAsync(Guid key, bool applied, string? result, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.StripeWrites.Where(w => w.Key == key && w.EndedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(w => w.EndedAt, now).SetProperty(w => w.Applied, applied).SetProperty(w => w.Result, result), cancellationToken);
    }

    public Task<bool> IsOpenAsync(string subject, CancellationToken cancellationToken) =>
        db.StripeWrites.AnyAsync(w => w.Subject == subject && w.EndedAt == null, cancellationToken);

    public async Task<IReadOnlyList<OpenWrite>> OpenAsync(DateTimeOffset startedBefore, CancellationToken cancellationToken)
    {
        var rows = await db.StripeWrites.Where(w => w.EndedAt == null && w.StartedAt < startedBefore).OrderBy(w => w.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Open)];
    }

    /// <summary>The same request as it ended; while it is under way, a second click waits with the first.</summary>
    private static async Task<StripeWriteRow?> EndedAsync(IQueryable<StripeWriteRow> same, CancellationToken cancellationToken)
    {
        for (var looks = 0; ; looks++)
        {
            var row = await same.FirstOrDefaultAsync(cancellationToken);
            if (row is null or { EndedAt: not null })
                return row;
            if (looks == LooksAtMost)
                throw UnderWay();
            await Task.Delay(BetweenLooks, TimeProvider.System, cancellationToken);
        }
    }

    private static OpenWrite Open(StripeWriteRow row)
    {
        using var intent = JsonDocument.Parse(row.Intent);
        return new OpenWrite(
            row.Key, new WriteIntent(row.Kind, row.Subject, row.AccountId, row.RequestId, intent.RootElement.Clone()), row.ActorId, row.ActorName,
            row.StartedAt);
    }

    private static ConflictException UnderWay() => new(
        "Another change of this is being made, or is being confirmed with Stripe. Wait a moment, then load the page again.");
}
