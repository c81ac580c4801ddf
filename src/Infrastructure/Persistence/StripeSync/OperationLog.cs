using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CleanIssuing.Application.StripeSync.Operations;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

internal sealed class OperationLog(IssuingDbContext db, OperationLease lease, IUnitOfWork unitOfWork, TimeProvider time) : IOperationLog
{
    private const int LooksAtMost = 100;
    private const string NoIntent = "{}";

    // How long a second click waits with the first is a matter of real time.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    public async Task<(PendingOperation Operation, string? EarlierResult)> BeginAsync(
        StripeOperation operation, Actor actor, CancellationToken cancellationToken)
    {
        var fingerprint = FingerprintOf(operation, actor);
        for (var looks = 0; looks < LooksAtMost; looks++)
        {
            if (fingerprint is not null)
            {
                var same = db.StripeOperations.Where(w => w.Fingerprint == fingerprint);
                switch (await same.FirstOrDefaultAsync(cancellationToken))
                {
                    case { EndedAt: { } ended, Applied: true } when time.GetUtcNow() - ended > SecondClick.Within:
                        throw new ConflictException(RefusalReason.RequestTooOld);
                    case { EndedAt: not null, Applied: true } before:
                        return (Pending(before), before.Result ?? "");
                    case { EndedAt: not null } failed:
                        // It failed the first time, and is tried anew.
                        await same.Where(w => w.Id == failed.Id && w.EndedAt != null).ExecuteDeleteAsync(cancellationToken);
                        break;
                    case not null:
                        // It is under way: a second click waits with the first.
                        await Task.Delay(BetweenLooks, TimeProvider.System, cancellationToken);
                        continue;
                }
            }

            var row = NewRow(operation, actor, fingerprint);
            if (await TryAddAsync(row, cancellationToken))
                return (Pending(row), null);
            // Somebody was faster. Either this request came twice at the same moment, or the subject is taken; the winner may even
            // have ended by now.
            if (fingerprint is null || !await db.StripeOperations.AnyAsync(w => w.Fingerprint == fingerprint, cancellationToken))
                break;
        }

        throw new ConflictException(RefusalReason.OperationInProgress);
    }

    public async Task<bool> MarkSentAsync(Guid key, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = now + lease.Duration;
        return await Own(key).ExecuteUpdateAsync(
            set => set.SetProperty(w => w.SentAt, now).SetProperty(w => w.LeasedUntil, until), cancellationToken) == 1;
    }

    public Task CorrectAsync(Guid key, string? result, CancellationToken cancellationToken) =>
        db.StripeOperations.Where(w => w.Key == key).ExecuteUpdateAsync(
            set => set.SetProperty(w => w.Applied, true).SetProperty(w => w.Result, result), cancellationToken);

    public async Task<bool> EndAsync(Guid key, bool applied, string? result, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await Own(key).ExecuteUpdateAsync(
            set => set.SetProperty(w => w.EndedAt, now).SetProperty(w => w.Applied, applied).SetProperty(w => w.Result, result)
                // What was not made is of no use, and may be long.
                .SetProperty(w => w.Intent, w => applied ? w.Intent : NoIntent),
            cancellationToken) == 1;
    }

    public Task MarkUnconfirmedAsync(Guid key, CancellationToken cancellationToken) =>
        db.StripeOperations.Where(w => w.Key == key)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.Unconfirmed, true), cancellationToken);

    public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        db.StripeOperations.Where(o => o.EndedAt < before).OrderBy(o => o.Id).DeleteInTurnsAsync(unitOfWork, cancellationToken);

    // Issuing a card is logged with its cardholder, whom it does not change.
    public Task<bool> IsOpenAsync(string subject, PendingOperation? except, CancellationToken cancellationToken)
    {
        var own = except?.Key;
        return db.StripeOperations.AnyAsync(
            w => w.Subject == subject && w.EndedAt == null && w.Kind != StripeOperation.IssueKind && w.Key != own, cancellationToken);
    }

    public async Task<IReadOnlyList<PendingOperation>> ListAbandonedAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = await db.StripeOperations.Where(w => w.EndedAt == null && w.LeasedUntil < now).OrderBy(w => w.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Pending)];
    }

    public async Task<bool> ClaimAsync(Guid key, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = now + lease.Duration;
        return await db.StripeOperations.Where(w => w.Key == key && w.EndedAt == null && w.LeasedUntil < now).ExecuteUpdateAsync(
            set => set.SetProperty(w => w.Owner, lease.Owner).SetProperty(w => w.LeasedUntil, until), cancellationToken) == 1;
    }

    public Task ReleaseAsync(Guid key, CancellationToken cancellationToken)
    {
        var over = time.GetUtcNow().AddTicks(-1);
        return Own(key).ExecuteUpdateAsync(set => set.SetProperty(w => w.LeasedUntil, over), cancellationToken);
    }

    /// <summary>The operation, while it is open and leased to this process.</summary>
    private IQueryable<OperationRow> Own(Guid key) =>
        db.StripeOperations.Where(w => w.Key == key && w.Owner == lease.Owner && w.EndedAt == null);

    private async Task<bool> TryAddAsync(OperationRow row, CancellationToken cancellationToken)
    {
        db.StripeOperations.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException failure) when (DatabaseErrors.IsUniqueViolation(failure))
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private OperationRow NewRow(StripeOperation operation, Actor actor, string? fingerprint)
    {
        var now = time.GetUtcNow();
        return new OperationRow
        {
            Key = Guid.NewGuid(),
            Kind = operation.Kind,
            Subject = operation.Subject,
            AccountId = operation.Account,
            ActorId = actor.UserId,
            ActorName = actor.Name,
            RequestId = operation.RequestId is { Length: > OperationConfiguration.RequestIdLength } id
                ? id[..OperationConfiguration.RequestIdLength]
                : operation.RequestId,
            Fingerprint = fingerprint,
            Intent = operation.Intent.GetRawText(),
            StartedAt = now,
            Owner = lease.Owner,
            LeasedUntil = now + lease.Duration,
        };
    }

    private static string? FingerprintOf(StripeOperation operation, Actor actor)
    {
        if (operation.RequestId is null)
            return null;
        var text = string.Join(
            '\n', operation.RequestId, operation.Kind, operation.Subject, actor.UserId, operation.Intent.GetRawText(), operation.Unstored);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static PendingOperation Pending(OperationRow row)
    {
        using var intent = JsonDocument.Parse(row.Intent);
        return new PendingOperation(
            row.Key, new StripeOperation(row.Kind, row.Subject, row.AccountId, null, intent.RootElement.Clone()), row.ActorId,
            row.ActorName, row.StartedAt, row.SentAt is not null);
    }
}
