using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Stores;

internal sealed class ControlHistory(IssuingDbContext db) : IControlHistory
{
    public async Task AddAsync(ControlChange change, CancellationToken cancellationToken)
    {
        db.ControlChanges.Add(change);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    public async Task<IReadOnlyList<ControlChange>> OfCardAsync(CardId card, long? before, int take, CancellationToken cancellationToken) =>
        await db.ControlChanges.Where(c => c.CardId == card && (before == null || c.Id < before))
            .OrderByDescending(c => c.Id).Take(take).ToListAsync(cancellationToken);

    public Task<ControlChange?> LatestAsync(CardId card, CancellationToken cancellationToken) =>
        db.ControlChanges.Where(c => c.CardId == card).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);

    public Task<ControlChange?> FindAsync(CardId card, long id, CancellationToken cancellationToken) =>
        db.ControlChanges.FirstOrDefaultAsync(c => c.CardId == card && c.Id == id, cancellationToken);

    public Task<ControlChange?> FirstSinceAsync(CardId card, DateTimeOffset moment, CancellationToken cancellationToken) =>
        db.ControlChanges.Where(c => c.CardId == card && c.At >= moment).OrderBy(c => c.Id).FirstOrDefaultAsync(cancellationToken);
}

internal sealed class TemplateStore(IssuingDbContext db) : ITemplateStore
{
    public async Task<IReadOnlyList<ControlTemplate>> OfAccountAsync(AccountId account, CancellationToken cancellationToken) =>
        await db.ControlTemplates.Where(t => t.AccountId == account).OrderBy(t => t.Name).ToListAsync(cancellationToken);

    public async Task SaveAsync(ControlTemplate template, CancellationToken cancellationToken)
    {
        await db.ControlTemplates.Where(t => t.AccountId == template.AccountId && t.Name == template.Name).ExecuteDeleteAsync(cancellationToken);
        db.ControlTemplates.Add(template);
        await db.SaveChangesAsync(cancellationToken);
    }

    public Task RemoveAsync(AccountId account, Guid id, CancellationToken cancellationToken) =>
        db.ControlTemplates.Where(t => t.AccountId == account && t.Id == id).ExecuteDeleteAsync(cancellationToken);
}

internal sealed class BulkEditStore(IssuingDbContext db) : IBulkEditStore
{
    public async Task StartAsync(BulkEdit edit, IReadOnlyList<CardId> cards, CancellationToken cancellationToken)
    {
        if (await db.BulkEdits.AnyAsync(b => b.Id == edit.Id, cancellationToken))
            return;
        db.BulkEdits.Add(new BulkEditRow
        {
            Id = edit.Id,
            AccountId = edit.AccountId,
            UserId = edit.UserId,
            UserName = edit.UserName,
            IpAddress = edit.IpAddress,
            StartedAt = edit.StartedAt,
            Controls = ControlsJson.Write(edit.Controls),
            Reason = edit.Reason,
        });
        db.BulkEditCards.AddRange(cards.Select((card, position) =>
            new BulkEditCardRow { BulkEditId = edit.Id, CardId = card, Position = position, Outcome = BulkOutcome.Waiting }));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    public async Task<BulkEditProgress?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.BulkEdits.FirstOrDefaultAsync(b => b.Id == id, cancellationToken) is not { } row)
            return null;
        var cards = await (
            from item in db.BulkEditCards
            join card in db.Cards on item.CardId equals card.Id
            join holder in db.Cardholders on card.CardholderId equals holder.Id
            where item.BulkEditId == id
            orderby item.Position
            select new BulkEditCard(item.CardId, card.Last4, holder.Name, item.Outcome, item.Message)).ToListAsync(cancellationToken);
        return new BulkEditProgress(Edit(row), cards);
    }

    public async Task<(BulkEdit Edit, CardId Card)?> NextAsync(CancellationToken cancellationToken)
    {
        var next = await (
            from item in db.BulkEditCards
            join edit in db.BulkEdits on item.BulkEditId equals edit.Id
            where item.Outcome == BulkOutcome.Waiting
            orderby item.BulkEditId, item.Position
            select new { item.CardId, Row = edit }).FirstOrDefaultAsync(cancellationToken);
        return next is null ? null : (Edit(next.Row), next.CardId);
    }

    public Task EndAsync(Guid id, CardId card, BulkOutcome outcome, string? message, CancellationToken cancellationToken)
    {
        var text = message is { Length: > 1000 } ? message[..999] + "…" : message;
        return db.BulkEditCards.Where(c => c.BulkEditId == id && c.CardId == card).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Outcome, outcome).SetProperty(c => c.Message, text), cancellationToken);
    }

    private static BulkEdit Edit(BulkEditRow row) => new(
        row.Id, row.AccountId, row.UserId, row.UserName, row.IpAddress, row.StartedAt, ControlsJson.ReadInput(row.Controls), row.Reason);
}
