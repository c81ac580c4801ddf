using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SpendControls;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Stores;

internal sealed class ImportStore(IssuingDbContext db) : IImportStore
{
    public async Task SaveAsync(Account account, CancellationToken cancellationToken)
    {
        db.Keep(await db.Accounts.AsTracking().FirstOrDefaultAsync(a => a.Id == account.Id, cancellationToken), account);

        var steps = await db.ImportLists.Where(l => l.AccountId == account.Id).Select(l => l.Step).ToListAsync(cancellationToken);
        db.ImportLists.AddRange(Enum.GetValues<ImportStep>().Except(steps)
            .Select(step => new ImportList { AccountId = account.Id, Step = step }));
        await SaveAndForgetAsync(cancellationToken);
    }

    public async Task<ImportPlace> PlaceAsync(AccountId account, ImportStep step, CancellationToken cancellationToken)
    {
        var list = await db.ImportLists.FirstAsync(l => l.AccountId == account && l.Step == step, cancellationToken);
        return new ImportPlace(list.After, list.Finished);
    }

    public async Task SaveAsync(AccountId account, CatalogPage<Cardholder> page, CancellationToken cancellationToken)
    {
        var ids = page.Items.Select(i => i.Id).ToList();
        var copies = await db.Cardholders.AsTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        KeepNewer(page.Items, copies, item => item.Id, item => item.AsOf);
        await MoveAsync(account, ImportStep.Cardholders, page.Next, cancellationToken);
    }

    public async Task<IReadOnlyList<(Card Card, SpendingControls Before)>> SaveAsync(
        AccountId account, CatalogPage<Card> page, CancellationToken cancellationToken)
    {
        // A change of ours that is under way brings the card's state with it.
        var texts = page.Items.Select(i => i.Id.Value).ToList();
        var underWay = await db.StripeWrites.Where(w => w.EndedAt == null && texts.Contains(w.Subject)).Select(w => w.Subject).ToListAsync(cancellationToken);
        var items = page.Items.Where(i => !underWay.Contains(i.Id.Value)).ToList();
        var ids = items.Select(i => i.Id).ToList();
        var copies = await db.Cards.AsTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var changed = items
            .Select(card => (Card: card, Copy: copies.GetValueOrDefault(card.Id)))
            .Where(pair => pair.Copy is { } copy && copy.AsOf <= pair.Card.AsOf && !copy.SpendingControls.Equals(pair.Card.SpendingControls))
            .Select(pair => (pair.Card, pair.Copy!.SpendingControls)).ToList();
        KeepNewer(items, copies, item => item.Id, item => item.AsOf);
        await MoveAsync(account, ImportStep.Cards, page.Next, cancellationToken);
        return changed;
    }

    public async Task SaveAsync(AccountId account, CatalogPage<Authorization> page, CancellationToken cancellationToken)
    {
        var ids = page.Items.Select(i => i.Id).ToList();
        var copies = await db.Authorizations.AsTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        KeepNewer(page.Items, copies, item => item.Id, item => item.AsOf);
        await MoveAsync(account, ImportStep.Authorizations, page.Next, cancellationToken);
        if (page.Next is null)
            await db.ImportLists.Where(l => l.AccountId == account && l.Step == ImportStep.Authorizations)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.EverFinished, true), cancellationToken);
    }

    public Task<bool> HasHistoryAsync(AccountId account, CancellationToken cancellationToken) =>
        db.ImportLists.AnyAsync(l => l.AccountId == account && l.Step == ImportStep.Authorizations && l.EverFinished, cancellationToken);

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await Current.ExecuteUpdateAsync(
            set => set.SetProperty(l => l.After, (string?)null).SetProperty(l => l.Finished, false).SetProperty(l => l.EverFinished, true),
            cancellationToken);
        await Database.LearnAsync(db, cancellationToken);
    }

    public async Task<ImportProgress> ProgressAsync(CancellationToken cancellationToken)
    {
        var finished = await Current.AnyAsync(cancellationToken) && await Current.AllAsync(l => l.EverFinished, cancellationToken);
        return finished ? new ImportProgress(0, true) : new ImportProgress(await db.Cards.CountAsync(cancellationToken), false);
    }

    /// <summary>The lists that are copied again and again; past purchases are copied once.</summary>
    private IQueryable<ImportList> Current => db.ImportLists.Where(l => l.Step != ImportStep.Authorizations);

    private async Task MoveAsync(AccountId account, ImportStep step, string? next, CancellationToken cancellationToken)
    {
        var list = await db.ImportLists.AsTracking().FirstAsync(l => l.AccountId == account && l.Step == step, cancellationToken);
        list.After = next;
        list.Finished = next is null;
        await SaveAndForgetAsync(cancellationToken);
    }

    /// <summary>An older state never overwrites a newer one.</summary>
    private void KeepNewer<TId, T>(IEnumerable<T> items, Dictionary<TId, T> copies, Func<T, TId> id, Func<T, DateTimeOffset> asOf)
        where TId : notnull
        where T : class
    {
        foreach (var item in items)
        {
            var copy = copies.GetValueOrDefault(id(item));
            if (copy is null || asOf(copy) <= asOf(item))
                db.Keep(copy, item);
        }
    }

    private async Task SaveAndForgetAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        // A long import must not carry every page along.
        db.ChangeTracker.Clear();
    }
}
