using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.StripeSync.Import;
using CleanIssuing.Application.StripeSync.Replicas;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

internal sealed class ImportStore(
    IssuingDbContext db, IUnitOfWork unitOfWork, ReplicaUpsert upsert, IRefreshQueue refreshes) : IImportStore, IImportStatus
{
    public Task BeginAsync(AccountId account, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async () =>
        {
            var steps = await db.ImportCursors.Where(l => l.AccountId == account).Select(l => l.Step).ToListAsync(cancellationToken);
            db.ImportCursors.AddRange(Enum.GetValues<ImportStep>().Except(steps)
                .Select(step => new ImportCursorRow { AccountId = account, Step = step }));
            await SaveAndClearAsync(cancellationToken);
        },
        cancellationToken);

    public async Task<ImportCursor> GetCursorAsync(AccountId account, ImportStep step, CancellationToken cancellationToken)
    {
        var list = await db.ImportCursors.FirstAsync(l => l.AccountId == account && l.Step == step, cancellationToken);
        return new ImportCursor(list.After, list.Finished);
    }

    public Task SaveAsync(
        AccountId account, Page<Cardholder> page, Func<Cardholder, SpendingControls, Task> controlsChanged,
        CancellationToken cancellationToken) =>
        SaveAsync(
            account, ImportStep.Cardholders, page,
            async items =>
            {
                var ids = items.Select(i => i.Id).ToList();
                var replicas = await db.Cardholders.AsTracking().Where(c => ids.Contains(c.Id))
                    .ToDictionaryAsync(c => c.Id, cancellationToken);
                // One object that belongs to something else than is known must not end the import of all others.
                return cardholder => replicas.GetValueOrDefault(cardholder.Id) is var replica
                    && ReplicaUpsert.IsOfSameOwner(replica, cardholder)
                        ? upsert.ApplyAsync(replica, cardholder, isLater: false, cancellationToken)
                        : Unchanged;
            },
            controlsChanged, cancellationToken);

    public Task SaveAsync(
        AccountId account, Page<Card> page, Func<Card, SpendingControls, Task> controlsChanged, CancellationToken cancellationToken) =>
        SaveAsync(
            account, ImportStep.Cards, page,
            async items =>
            {
                var ids = items.Select(i => i.Id).ToList();
                var replicas = await db.Cards.AsTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
                return card => replicas.GetValueOrDefault(card.Id) is var replica && ReplicaUpsert.IsOfSameOwner(replica, card)
                    ? upsert.ApplyAsync(replica, card, isLater: false, cancellationToken)
                    : Unchanged;
            },
            controlsChanged, cancellationToken);

    private static Task<SpendingControls?> Unchanged => Task.FromResult<SpendingControls?>(null);

    /// <param name="read">Reads the replicas of a page's objects, for what then brings each of them up to date.</param>
    private Task SaveAsync<T>(
        AccountId account, ImportStep step, Page<T> page, Func<List<T>, Task<Func<T, Task<SpendingControls?>>>> read,
        Func<T, SpendingControls, Task> controlsChanged, CancellationToken cancellationToken)
        where T : IControlsOwner => unitOfWork.ExecuteAsync(
            async () =>
            {
                var changed = new List<(T Owner, SpendingControls Before)>();
                // An open operation brings the state of its subject with it; afterwards it is looked at again.
                var ids = page.Items.Select(i => i.OwnerId).ToList();
                var inProgress = await db.StripeOperations
                    .Where(w => w.EndedAt == null && w.Kind != StripeOperation.IssueKind && ids.Contains(w.Subject))
                    .Select(w => w.Subject).ToListAsync(cancellationToken);
                foreach (var open in page.Items.Where(i => inProgress.Contains(i.OwnerId)))
                    await refreshes.AddAsync(open.OwnerId, open.AccountId, cancellationToken);
                var items = page.Items.Where(i => !inProgress.Contains(i.OwnerId)).ToList();
                var upsertAsync = await read(items);
                foreach (var item in items)
                {
                    if (await upsertAsync(item) is { } before)
                        changed.Add((item, before));
                }

                await MoveCursorAsync(account, step, page.Next, cancellationToken);
                foreach (var (owner, before) in changed)
                    await controlsChanged(owner, before);
            },
            cancellationToken);

    public Task SaveAsync(AccountId account, Page<StripePurchase> page, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async () =>
        {
            var ids = page.Items.Select(i => i.Authorization.Id).ToList();
            var replicas = await db.Authorizations.AsTracking().Where(c => ids.Contains(c.Id))
                .ToDictionaryAsync(c => c.Id, cancellationToken);
            var own = page.Items.Where(
                i => ReplicaUpsert.IsOfSameOwner(replicas.GetValueOrDefault(i.Authorization.Id), i.Authorization)).ToList();
            foreach (var (authorization, _) in own)
                await upsert.ApplyAsync(replicas.GetValueOrDefault(authorization.Id), authorization, cancellationToken);
            await SaveAsync([.. own.SelectMany(i => i.Transactions)], cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await upsert.SumTransactionsAsync(
                [.. own.Select(i => i.Authorization.Id)], cancellationToken);
            await upsert.MarkStaleDaysAsync(cancellationToken);
            await MoveCursorAsync(account, ImportStep.Authorizations, page.Next, cancellationToken);
            if (page.Next is null)
                await db.ImportCursors.Where(l => l.AccountId == account && l.Step == ImportStep.Authorizations)
                    .ExecuteUpdateAsync(set => set.SetProperty(l => l.EverFinished, true), cancellationToken);
        },
        cancellationToken);

    private async Task SaveAsync(List<IssuingTransaction> transactions, CancellationToken cancellationToken)
    {
        var ids = transactions.ConvertAll(t => t.Id);
        var replicas = await db.Transactions.AsTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellationToken);
        foreach (var transaction in transactions)
            upsert.Apply(replicas.GetValueOrDefault(transaction.Id), transaction);
    }

    public Task<bool> HasHistoryAsync(AccountId account, CancellationToken cancellationToken) =>
        db.ImportCursors.AnyAsync(l => l.AccountId == account && l.Step == ImportStep.Authorizations && l.EverFinished, cancellationToken);

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await Current.ExecuteUpdateAsync(
            set => set.SetProperty(l => l.After, (string?)null).SetProperty(l => l.Finished, false).SetProperty(l => l.EverFinished, true),
            cancellationToken);
        await Database.LearnAsync(db, cancellationToken);
    }

    public async Task<ImportProgress> GetProgressAsync(CancellationToken cancellationToken)
    {
        var finished = await Current.AnyAsync(cancellationToken) && await Current.AllAsync(l => l.EverFinished, cancellationToken);
        return finished ? new ImportProgress(0, true) : new ImportProgress(await db.Cards.CountAsync(cancellationToken), false);
    }

    /// <summary>Past purchases are imported once; the other lists every day.</summary>
    public Task<bool> IsHistoryCompleteAsync(CancellationToken cancellationToken) =>
        db.ImportCursors.AllAsync(l => l.Step != ImportStep.Authorizations || l.EverFinished, cancellationToken);

    public async Task<HistoryImport?> FindHistoryImportAsync(
        IReadOnlyCollection<AccountId> accounts, CancellationToken cancellationToken)
    {
        // An account whose reading has not begun may be one that has no purchases to read: Issuing is not enabled for all.
        var open = await db.ImportCursors
            .Where(l => l.Step == ImportStep.Authorizations && !l.EverFinished && l.After != null && accounts.Contains(l.AccountId))
            .Select(l => l.After!).ToListAsync(cancellationToken);
        if (open.Count == 0)
            return null;
        AuthorizationId[] last = [.. open.Select(AuthorizationId.Parse)];
        // Of several accounts, the one that has not come as far.
        var latest = await db.Authorizations.Where(a => last.Contains(a.Id))
            .MaxAsync(a => (DateTimeOffset?)a.CreatedAt, cancellationToken);
        return new HistoryImport(latest is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null);
    }

    private IQueryable<ImportCursorRow> Current => db.ImportCursors.Where(l => l.Step != ImportStep.Authorizations);

    private async Task MoveCursorAsync(AccountId account, ImportStep step, string? next, CancellationToken cancellationToken)
    {
        var list = await db.ImportCursors.AsTracking().FirstAsync(l => l.AccountId == account && l.Step == step, cancellationToken);
        list.After = next;
        list.Finished = next is null;
        await SaveAndClearAsync(cancellationToken);
    }

    private async Task SaveAndClearAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        // A long import must not carry every page along.
        db.ChangeTracker.Clear();
    }
}
