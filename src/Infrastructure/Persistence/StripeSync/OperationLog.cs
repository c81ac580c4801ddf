using System.Text.Json;
using CleanIssuing.Application.StripeSync.Operations;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

internal sealed class OperationLog(IssuingDbContext db, TimeProvider time) : IOperationLog
{
    private const int LooksAtMost = 100;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    public async Task<(PendingOperation Operation, string? EarlierResult)> BeginAsync(StripeOperation operation, Actor actor,
        CancellationToken cancellationToken)
    {
        if (operation.RequestId is { } requestId)
        {
            var same = db.StripeOperations.Where(w =>
                w.RequestId == requestId && w.ActorId == actor.UserId && w.Kind == operation.Kind && w.Subject == operation.Subject);
            if (await EndedAsync(same, cancellationToken) is { } before)
            {
                if (before.Applied)
                    return (Pending(before), before.Result ?? "");
                // It failed the first time, and is tried anew.
                await same.ExecuteDeleteAsync(cancellationToken);
            }
        }

        var row = new OperationRow
        {
            Key = Guid.NewGuid(),
            Kind = operation.Kind,
            Subject = operation.Subject,
            AccountId = operation.Account,
            ActorId = actor.UserId,
            ActorName = actor.Name,
            RequestId = operation.RequestId,
            Intent = operation.Intent.GetRawText(),
            StartedAt = time.GetUtcNow(),
        };
        db.StripeOperations.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            // A second click that came at the same moment waits like any other.
            if (operation.RequestId is not null
                && await db.StripeOperations.AnyAsync(w => w.RequestId == operation.RequestId
                    && w.ActorId == actor.UserId, cancellationToken))
                return await BeginAsync(operation, actor, cancellationToken);
            if (await IsOpenAsync(operation.Subject, cancellationToken))
                throw InProgress();
            throw;
        }

        db.ChangeTracker.Clear();
        return (Pending(row), null);
    }

    public Task EndAsync(Guid key, bool applied, string? result, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.StripeOperations.Where(w => w.Key == key && w.EndedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(w => w.EndedAt, now).SetProperty(w => w.Applied, applied).SetProperty(w => w.Result, result),
            cancellationToken);
    }

    public Task<bool> IsOpenAsync(string subject, CancellationToken cancellationToken) =>
        db.StripeOperations.AnyAsync(w => w.Subject == subject && w.EndedAt == null, cancellationToken);

    public async Task<IReadOnlyList<PendingOperation>> ListPendingAsync(DateTimeOffset startedBefore, CancellationToken cancellationToken)
    {
        var rows = await db.StripeOperations.Where(w => w.EndedAt == null && w.StartedAt < startedBefore).OrderBy(w => w.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Pending)];
    }

    /// <summary>The same request as it ended; while it is under way, a second click waits with the first.</summary>
    private static async Task<OperationRow?> EndedAsync(IQueryable<OperationRow> same, CancellationToken cancellationToken)
    {
        for (var looks = 0; ; looks++)
        {
            var row = await same.FirstOrDefaultAsync(cancellationToken);
            if (row is null or { EndedAt: not null })
                return row;
            if (looks == LooksAtMost)
                throw InProgress();
            await Task.Delay(BetweenLooks, TimeProvider.System, cancellationToken);
        }
    }

    private static PendingOperation Pending(OperationRow row)
    {
        using var intent = JsonDocument.Parse(row.Intent);
        return new PendingOperation(
            row.Key, new StripeOperation(row.Kind, row.Subject, row.AccountId, row.RequestId, intent.RootElement.Clone()), row.ActorId,
            row.ActorName, row.StartedAt);
    }

    private static ConflictException InProgress() => new(RefusalReason.OperationInProgress);
}
